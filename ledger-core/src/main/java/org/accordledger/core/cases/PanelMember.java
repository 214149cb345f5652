package org.accordledger.core.cases;

import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;

/** A seated member and the nationality that the composition rules count. */
public record PanelMember(AccountId member, BodyId nationality) {}

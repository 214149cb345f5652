package org.accordledger.core.accord;

import java.util.Map;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;

/** A party to an accord and its name per language. */
public record Party(BodyId id, Map<LanguageTag, String> name) {}

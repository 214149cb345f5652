package org.accordledger.api.reads;

import java.util.EnumSet;
import java.util.Set;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.core.Marking;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.Allegation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who reads, and what that reader may know. Without a token: what is marked CLEAR. With one: GREEN
 * too, and everything of the cases the reader's body is a side of. Those who run, judge or audit an
 * accord see everything under it.
 */
public final class Reader {
  private static final Set<Role> OFFICES =
      EnumSet.of(Role.REGISTRAR, Role.ADJUDICATOR, Role.AUDITOR, Role.OPERATOR);
  private static final Set<Role> SIDES = EnumSet.of(Role.PARTY, Role.MONITOR);

  private final @Nullable TokenHolder holder;

  private Reader(@Nullable TokenHolder holder) {
    this.holder = holder;
  }

  /** The reader of the request under way. */
  public static Reader current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return new Reader(
        authentication != null && authentication.getPrincipal() instanceof TokenHolder known
            ? known
            : null);
  }

  boolean anonymous() {
    return holder == null;
  }

  /** Markings this reader may see under any accord. */
  Set<Marking> everywhere() {
    return holder == null ? EnumSet.of(Marking.CLEAR) : EnumSet.of(Marking.CLEAR, Marking.GREEN);
  }

  /** Markings this reader may see under one accord; under every accord if none is named. */
  Set<Marking> under(@Nullable AccordId accord) {
    return accord != null && holder != null && holder.actorUnder(accord, OFFICES).isPresent()
        ? EnumSet.allOf(Marking.class)
        : everywhere();
  }

  /** Markings this reader may see in one case. */
  Set<Marking> inside(Allegation allegation) {
    boolean side =
        holder != null
            && holder
                .actorUnder(allegation.accord(), SIDES)
                .filter(
                    actor ->
                        actor.actsFor(allegation.respondent())
                            || actor.actsFor(allegation.complainant()))
                .isPresent();
    return side ? EnumSet.allOf(Marking.class) : under(allegation.accord());
  }
}

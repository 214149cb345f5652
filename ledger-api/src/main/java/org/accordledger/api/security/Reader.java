package org.accordledger.api.security;

import java.util.EnumSet;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks, and what that one may know, whether to read it or to write to it. Without a token: what
 * is marked CLEAR. With one: GREEN too, and everything of the cases the token's body is a side of.
 * Those who run, judge or audit an accord see everything under it.
 */
public final class Reader {
  private static final Set<Role> OFFICES =
      EnumSet.of(Role.REGISTRAR, Role.ADJUDICATOR, Role.AUDITOR, Role.OPERATOR);
  private static final Set<Role> SIDES = EnumSet.of(Role.PARTY, Role.MONITOR);
  private static final Set<Role> DRAFTERS = EnumSet.of(Role.PARTY, Role.NEGOTIATOR);

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

  /** Whoever comes without a token. */
  public static Reader anybody() {
    return new Reader(null);
  }

  /** Whoever holds this token. */
  public static Reader with(TokenHolder holder) {
    return new Reader(holder);
  }

  /** True without a token. */
  public boolean anonymous() {
    return holder == null;
  }

  /** Markings this reader may see under any accord. */
  public Set<Marking> everywhere() {
    return holder == null ? EnumSet.of(Marking.CLEAR) : EnumSet.of(Marking.CLEAR, Marking.GREEN);
  }

  /** Markings this reader may see under one accord; under every accord if none is named. */
  public Set<Marking> under(@Nullable AccordId accord) {
    return accord != null && holder != null && holder.takesOneOf(OFFICES, accord)
        ? EnumSet.allOf(Marking.class)
        : everywhere();
  }

  /**
   * Markings this reader may see in what a body keeps.
   *
   * @param accord it is kept under; null if under none, where only those who run or audit every
   *     accord see all
   */
  public Set<Marking> keptBy(BodyId keeper, @Nullable AccordId accord) {
    boolean all =
        holder != null
            && (holder.takesOneOf(SIDES, accord, keeper) || holder.takesOneOf(OFFICES, accord));
    return all ? EnumSet.allOf(Marking.class) : everywhere();
  }

  /** True if this reader may see what is drafted under an accord before it is promoted. */
  public boolean draftsUnder(AccordId accord) {
    return holder != null
        && (holder.takesOneOf(OFFICES, accord) || holder.takesOneOf(DRAFTERS, accord));
  }

  /** Whether this reader acts for a side: as a party or a monitor, whatever its offices. */
  public boolean isSide(AccordId accord, BodyId body) {
    return holder != null && holder.takesOneOf(SIDES, accord, body);
  }

  /** Markings this reader may see in a case between these two under an accord. */
  public Set<Marking> inside(AccordId accord, BodyId complainant, BodyId respondent) {
    boolean side =
        holder != null
            && (holder.takesOneOf(SIDES, accord, complainant)
                || holder.takesOneOf(SIDES, accord, respondent));
    return side ? EnumSet.allOf(Marking.class) : under(accord);
  }
}

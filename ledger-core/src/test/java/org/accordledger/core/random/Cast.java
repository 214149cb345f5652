package org.accordledger.core.random;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Role;
import org.accordledger.core.accord.BasketCode;
import org.jspecify.annotations.Nullable;

/** Who acts in random sequences, and the clock they act by, which only goes forward. */
final class Cast {
  static final ContentRef WORDS = new ContentRef("w".repeat(43));
  static final LanguageTag EN = new LanguageTag("en");
  static final List<BodyId> PARTIES = bodies("alba", "borea", "cyra");
  static final List<BodyId> OUTSIDERS = bodies("observers", "institute", "dorn");
  static final List<BodyId> NATIONALITIES = bodies("alba", "borea", "cyra", "elis", "fara", "gant");
  static final List<AccountId> JURORS =
      IntStream.range(0, 12).mapToObj(i -> new AccountId("juror-" + i)).toList();
  static final List<BasketCode> BASKETS =
      List.of(new BasketCode("media"), new BasketCode("networks"));

  private final Choice choice;
  private Instant now = Instant.parse("2015-01-01T09:00:00Z");

  Cast(Choice choice) {
    this.choice = choice;
  }

  /** The nationality of a juror, the same in every sequence. */
  static BodyId nationalityOf(AccountId juror) {
    return NATIONALITIES.get(JURORS.indexOf(juror) % NATIONALITIES.size());
  }

  LocalDate today() {
    return Filing.of(registrar(), now).day();
  }

  /** Time goes by: at least a moment, sometimes months. */
  void wait(int mostDays) {
    now = now.plusSeconds(1 + 3600L * choice.between(0, 24 * mostDays));
  }

  /** An act of today or, where the accord is kept retrospectively, sometimes of an older day. */
  Filing filed(Actor by, boolean retrospective) {
    boolean dated = choice.in100(retrospective ? 40 : 1);
    return new Filing(by, now, dated ? today().minusDays(choice.between(0, 20)) : null);
  }

  /** An act of today by the right one, which nothing refuses. */
  Filing surely(Actor by) {
    return new Filing(by, now, null);
  }

  static Actor registrar() {
    return new Actor(new AccountId("registrar"), Role.REGISTRAR, null);
  }

  static Actor party(BodyId body) {
    return new Actor(new AccountId("delegate-" + body), Role.PARTY, body);
  }

  static Actor monitor(BodyId body) {
    return new Actor(new AccountId("monitor-" + body), Role.MONITOR, body);
  }

  static Actor juror(AccountId account) {
    return new Actor(account, Role.ADJUDICATOR, null);
  }

  /** Anyone at all, for acts that should be refused. */
  Actor anyone() {
    return switch (choice.between(0, 4)) {
      case 0 -> registrar();
      case 1 -> party(choice.of(PARTIES));
      case 2 -> monitor(choice.of(OUTSIDERS));
      default -> juror(choice.of(JURORS));
    };
  }

  /** The right one almost always. */
  Actor mostly(Actor right) {
    return choice.in100(95) ? right : anyone();
  }

  <T> @Nullable T sometimes(int times, T value) {
    return choice.in100(times) ? value : null;
  }

  private static List<BodyId> bodies(String... names) {
    return List.of(names).stream().map(BodyId::new).toList();
  }
}

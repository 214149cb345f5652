package org.accordledger.api.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.cases.Outcome;

/** Keys of messages.properties for codes, and the reader's language among several texts. */
final class Words {
  /** Outcomes and grades whose wording follows from how binding the commitment is. */
  private static final Set<String> BOUND =
      Set.of("violation", "no_violation", "serious_violation", "violation_remedied");

  private Words() {}

  static String key(String family, Enum<?> constant) {
    return family + "." + code(constant);
  }

  static String outcome(Outcome outcome, Bindingness bindingness) {
    return bound("outcome", code(outcome), bindingness);
  }

  /** The key of a word that differs between a political commitment and law. */
  static String bound(String family, String code, Bindingness bindingness) {
    return BOUND.contains(code)
        ? family + "." + code + "." + code(bindingness)
        : family + "." + code;
  }

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The text in the reader's language, else in English, else in the first language there is. */
  static String text(Map<LanguageTag, String> texts, Locale locale) {
    for (String wanted : new String[] {locale.toLanguageTag(), locale.getLanguage(), "en"}) {
      for (Map.Entry<LanguageTag, String> one : texts.entrySet()) {
        if (one.getKey().value().equals(wanted)) {
          return one.getValue();
        }
      }
    }
    return texts.isEmpty() ? "" : new TreeMap<>(texts).firstEntry().getValue();
  }
}

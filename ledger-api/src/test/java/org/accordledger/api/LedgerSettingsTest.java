package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.tracing.TraceSettings;
import org.accordledger.core.InvalidValue;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.publish.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of("ledger.db-url", "jdbc:postgresql://127.0.0.1/ledger");

  private static final VerifierKey ONE = witnessKey("one.example");
  private static final VerifierKey TWO = witnessKey("two.example");

  private static VerifierKey witnessKey(String name) {
    return SignerKey.generate(name, SignatureType.COSIGNATURE_V1).verifier();
  }

  @Test
  void what_is_not_set_has_a_default_that_nobody_outside_this_machine_reaches() {
    LedgerSettings settings = LedgerSettings.of(LEAST);

    assertThat(settings.databaseUser()).isEqualTo("postgres");
    assertThat(settings.databasePassword()).isEmpty();
    assertThat(settings.origin()).isEqualTo("localhost/ledger");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.bindAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.dataDirectory()).isEqualTo(Path.of("data"));
    assertThat(settings.witnesses().witnesses()).isEmpty();
    assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    assertThat(settings.kafka()).isNull();
    assertThat(settings.reads()).isNull();
    assertThat(settings.tracing()).isNull();
  }

  @Test
  void spans_are_sent_where_that_is_named() {
    Map<String, String> values = new HashMap<>(LEAST);
    values.put("ledger.otlp-endpoint", "http://collector:4318");
    assertThat(LedgerSettings.of(values).tracing())
        .isEqualTo(new TraceSettings(URI.create("http://collector:4318/v1/traces"), 0.1));
    values.put("ledger.otlp-endpoint", "https://collector.example/otlp/traces");
    values.put("ledger.trace-ratio", "1");
    assertThat(LedgerSettings.of(values).tracing())
        .isEqualTo(new TraceSettings(URI.create("https://collector.example/otlp/traces"), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.01", "-0.1", "all", "NaN", "10%"})
  void a_wrong_ratio_is_named_with_what_is_expected(String ratio) {
    Map<String, String> values = new HashMap<>(LEAST);
    values.put("ledger.otlp-endpoint", "http://collector:4318");
    values.put("ledger.trace-ratio", ratio);

    assertThatThrownBy(() -> LedgerSettings.of(values))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("ledger.trace-ratio")
        .hasMessageContaining("must be a number from 0 to 1");
  }

  @Test
  void every_key_sets_what_it_names() {
    LedgerSettings settings =
        LedgerSettings.of(
            Map.of(
                "ledger.db-url", "jdbc:postgresql://127.0.0.1/other?password=word",
                "ledger.db-user", "keeper",
                "ledger.db-password", "secret",
                "ledger.origin", "ledger.example/main",
                "ledger.port", "9000",
                "ledger.bind-address", "127.0.0.2",
                "ledger.data-directory", "elsewhere",
                "ledger.log-format", "logstash",
                "ledger.witnesses",
                    "https://one.example/w " + ONE + ",\n http://two.example " + TWO));

    assertThat(settings.toString())
        .isEqualTo(
            "LedgerSettings[jdbc:postgresql://127.0.0.1/other as keeper, origin"
                + " ledger.example/main, 127.0.0.2:9000, elsewhere]");
    assertThat(settings.databasePassword()).isEqualTo("secret");
    assertThat(settings.logFormat()).isEqualTo(LogFormat.LOGSTASH);
    assertThat(settings.witnesses().witnesses())
        .containsExactly(
            new Witness(URI.create("https://one.example/w"), ONE),
            new Witness(URI.create("http://two.example"), TWO));
  }

  @Test
  void views_are_read_elsewhere_where_that_is_named() {
    Map<String, String> values = new HashMap<>(LEAST);
    values.put("ledger.reads-db-url", "jdbc:postgresql://views/views");
    assertThat(LedgerSettings.of(values).reads())
        .isEqualTo(new DatabaseAccess("jdbc:postgresql://views/views", "postgres", ""));
    values.put("ledger.reads-db-user", "reader");
    values.put("ledger.reads-db-password", "word");
    assertThat(LedgerSettings.of(values).reads())
        .isEqualTo(new DatabaseAccess("jdbc:postgresql://views/views", "reader", "word"));
  }

  @ParameterizedTest
  @CsvSource({
    "ledger.db-url, jdbc:mysql://x, must be a JDBC URL",
    "ledger.db-user, ' ', must not be blank",
    "ledger.origin, a b, must be 1 to 255",
    "ledger.port, 70000, must be 0 to 65535",
    "ledger.port, http, must be a whole number",
    "ledger.bind-address, 300.300.300.300.300, must be an address",
    "ledger.witnesses, https://w.example, must be 'URL VKEY",
    "ledger.witnesses, https://w.example key, must be 'URL VKEY",
    "ledger.witnesses, ftp://w.example"
        + " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, address",
    "ledger.witnesses, https://w.example"
        + " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, not the key of a"
        + " witness",
    "ledger.log-format, xml, 'must be text, ecs or logstash'",
    "ledger.kafka-topic, events, has no effect without ledger.kafka-bootstrap",
    "ledger.kafka-bootstrap, broker, 'must be host:port'",
    "ledger.reads-db-url, jdbc:mysql://x, must be a JDBC URL",
    "ledger.reads-db-url, jdbc:postgresql://127.0.0.1/ledger, must not be the ledger's own",
    "ledger.reads-db-user, reader, has no effect without ledger.reads-db-url",
    "ledger.otlp-endpoint, collector, must be the address of a collector",
    "ledger.otlp-endpoint, collector:4318, must be the address of a collector",
    "ledger.otlp-endpoint, ftp://collector/v1/traces, must be the address of a collector",
    "ledger.otlp-endpoint, http://name:word@collector:4318, must be the address of a collector",
    "ledger.otlp-endpoint, http://collector:4318/v1/traces?key=1, must be the address of",
    "ledger.otlp-endpoint, http://collector:43 18, must be the address of a collector",
    "ledger.trace-ratio, 0.5, has no effect without ledger.otlp-endpoint",
    "ledger.colour, red, is not a setting; known are ledger.bind-address",
  })
  void a_wrong_value_or_an_unknown_key_is_named_with_what_is_expected(
      String key, String value, String expectation) {
    Map<String, String> values = new HashMap<>(LEAST);
    values.put(key, value);

    assertThatThrownBy(() -> LedgerSettings.of(values))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith(key)
        .hasMessageContaining(expectation);
  }
}

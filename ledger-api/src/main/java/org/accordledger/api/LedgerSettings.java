package org.accordledger.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.tracing.TraceSettings;
import org.accordledger.core.InvalidValue;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.projections.ViewsSchema;
import org.accordledger.store.publish.Witness;
import org.accordledger.store.publish.WitnessConfig;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator sets. All of it is trusted. A wrong value, or a key nobody knows, stops
 * the start with one sentence.
 *
 * @param databaseUrl {@code ledger.db-url}: JDBC URL of a PostgreSQL, {@code jdbc:postgresql:...};
 *     no default
 * @param databaseUser {@code ledger.db-user}: default {@code postgres}
 * @param databasePassword {@code ledger.db-password}: default empty; never printed
 * @param origin {@code ledger.origin}: name of the log in its checkpoints, host and path without
 *     scheme; default {@code localhost/ledger}. A database keeps the one it was first opened with
 * @param port {@code ledger.port}: TCP port, 0 takes a free one; default 8080. A busy one stops the
 *     start
 * @param bindAddress {@code ledger.bind-address}: default {@code 127.0.0.1}, which nobody outside
 *     this machine reaches
 * @param dataDirectory {@code ledger.data-directory}: where files of this node live; default {@code
 *     data}
 * @param witnesses {@code ledger.witnesses}: who is asked to cosign every checkpoint, as {@code URL
 *     VKEY} (their address and verifier key), several with commas between them; default nobody. A
 *     wrong key means that what that witness answers is not served
 * @param logFormat {@code ledger.log-format}: {@code text} (the default), {@code ecs} or {@code
 *     logstash}
 * @param kafka where the log is fed to; null, the default, for nowhere
 * @param reads {@code ledger.reads-db-url}, {@code ledger.reads-db-user}, {@code
 *     ledger.reads-db-password}: the database in which nodes of projections keep the views of this
 *     ledger, which are then read there and not kept here; null, the default, for views of its own
 * @param views {@code ledger.views}: label of the schema of the views, 1 to 20 lower-case letters
 *     and digits, for one that is built beside the one without; default none
 * @param tracing where spans are sent, and of how many requests; null, the default, for nowhere
 */
public record LedgerSettings(
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    String origin,
    int port,
    InetAddress bindAddress,
    Path dataDirectory,
    WitnessConfig witnesses,
    LogFormat logFormat,
    @Nullable KafkaTopics kafka,
    @Nullable DatabaseAccess reads,
    ViewsSchema views,
    @Nullable TraceSettings tracing) {
  private static final Set<String> KEYS = new TreeSet<>(KafkaTopics.KEYS);

  static {
    KEYS.addAll(TraceSettings.KEYS);
    KEYS.addAll(
        Set.of(
            "ledger.db-url",
            "ledger.db-user",
            "ledger.db-password",
            "ledger.origin",
            "ledger.port",
            "ledger.bind-address",
            "ledger.data-directory",
            "ledger.witnesses",
            "ledger.log-format",
            "ledger.reads-db-url",
            "ledger.reads-db-user",
            "ledger.reads-db-password",
            "ledger.views"));
  }

  public LedgerSettings {
    requireDatabase("ledger.db", databaseUrl, databaseUser);
    if (reads != null) {
      requireDatabase("ledger.reads-db", reads.jdbcUrl(), reads.user());
      if (reads.jdbcUrl().equals(databaseUrl)) {
        throw new InvalidValue(
            "ledger.reads-db-url", "must not be the ledger's own database, which it leaves alone");
      }
    }
    if (!origin.matches("[!-*,-~]{1,255}")) {
      throw new InvalidValue(
          "ledger.origin", "must be 1 to 255 printable ASCII characters without space and plus");
    }
    if (port < 0 || port > 65535) {
      throw new InvalidValue("ledger.port", "must be 0 to 65535");
    }
  }

  /**
   * Reads settings by their keys.
   *
   * @param values by key, for example {@code ledger.port}
   * @throws InvalidValue if a value is wrong or missing, or a key is not known
   */
  public static LedgerSettings of(Map<String, String> values) {
    for (String key : values.keySet()) {
      if (!KEYS.contains(key)) {
        throw new InvalidValue(key, "is not a setting; known are " + String.join(", ", KEYS));
      }
    }
    return new LedgerSettings(
        values.getOrDefault("ledger.db-url", ""),
        values.getOrDefault("ledger.db-user", "postgres"),
        values.getOrDefault("ledger.db-password", ""),
        values.getOrDefault("ledger.origin", "localhost/ledger"),
        port(values.getOrDefault("ledger.port", "8080")),
        address(values.getOrDefault("ledger.bind-address", "127.0.0.1")),
        path(values.getOrDefault("ledger.data-directory", "data")),
        witnesses(values.getOrDefault("ledger.witnesses", "")),
        LogFormat.of(values.getOrDefault("ledger.log-format", "text")),
        KafkaTopics.of(values),
        reads(values),
        ViewsSchema.labelled(values.get("ledger.views")),
        TraceSettings.of(values));
  }

  /** The same, with these witnesses. */
  public LedgerSettings withWitnesses(WitnessConfig cosigning) {
    return with(cosigning, kafka, reads, views, tracing);
  }

  /** The same, fed to Kafka or, with null, nowhere. */
  public LedgerSettings withKafka(@Nullable KafkaTopics topics) {
    return with(witnesses, topics, reads, views, tracing);
  }

  /** The same, with views that are read in another database or, with null, its own. */
  public LedgerSettings withReads(@Nullable DatabaseAccess elsewhere) {
    return with(witnesses, kafka, elsewhere, views, tracing);
  }

  /** The same, with another schema of views. */
  public LedgerSettings withViews(ViewsSchema schema) {
    return with(witnesses, kafka, reads, schema, tracing);
  }

  /** The same, with spans sent somewhere or, with null, nowhere. */
  public LedgerSettings withTracing(@Nullable TraceSettings traces) {
    return with(witnesses, kafka, reads, views, traces);
  }

  private LedgerSettings with(
      WitnessConfig cosigning,
      @Nullable KafkaTopics topics,
      @Nullable DatabaseAccess elsewhere,
      ViewsSchema schema,
      @Nullable TraceSettings traces) {
    return new LedgerSettings(
        databaseUrl,
        databaseUser,
        databasePassword,
        origin,
        port,
        bindAddress,
        dataDirectory,
        cosigning,
        logFormat,
        topics,
        elsewhere,
        schema,
        traces);
  }

  private static void requireDatabase(String prefix, String url, String user) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new InvalidValue(prefix + "-url", "must be a JDBC URL: jdbc:postgresql://host/name");
    }
    if (user.isBlank()) {
      throw new InvalidValue(prefix + "-user", "must not be blank");
    }
  }

  private static @Nullable DatabaseAccess reads(Map<String, String> values) {
    String url = values.get("ledger.reads-db-url");
    if (url == null) {
      for (String key : List.of("ledger.reads-db-user", "ledger.reads-db-password")) {
        if (values.containsKey(key)) {
          throw new InvalidValue(key, "has no effect without ledger.reads-db-url");
        }
      }
      return null;
    }
    return new DatabaseAccess(
        url,
        values.getOrDefault("ledger.reads-db-user", "postgres"),
        values.getOrDefault("ledger.reads-db-password", ""));
  }

  private static int port(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new InvalidValue("ledger.port", "must be a whole number, 0 to 65535");
    }
  }

  private static InetAddress address(String value) {
    try {
      return InetAddress.getByName(value);
    } catch (UnknownHostException e) {
      throw new InvalidValue("ledger.bind-address", "must be an address of this machine");
    }
  }

  private static Path path(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new InvalidValue("ledger.data-directory", "must be a path");
    }
  }

  private static WitnessConfig witnesses(String value) {
    try {
      return WitnessConfig.of(
          Arrays.stream(value.split(",", -1))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .map(LedgerSettings::witness)
              .toList());
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(
          "ledger.witnesses", "must be 'URL VKEY, URL VKEY, ...': " + e.getMessage());
    }
  }

  private static Witness witness(String one) {
    String[] words = one.split("\\s+", -1);
    if (words.length != 2) {
      throw new IllegalArgumentException("'" + one + "' is not an address and a verifier key");
    }
    return new Witness(URI.create(words[0]), VerifierKey.parse(words[1]));
  }

  /** Without the passwords, of which the URL can carry one in its query. */
  @Override
  public String toString() {
    return "LedgerSettings[%s as %s, origin %s, %s:%d, %s]"
        .formatted(
            databaseUrl.replaceFirst("\\?.*", ""),
            databaseUser,
            origin,
            bindAddress.getHostAddress(),
            port,
            dataDirectory);
  }
}

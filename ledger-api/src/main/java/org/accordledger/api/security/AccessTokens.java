package org.accordledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opaque access tokens: 256 random bits, of which only the SHA-256 is kept. Every request looks its
 * token up, so a revoked one is refused from the next request on.
 */
public final class AccessTokens {
  private static final String PREFIX = "alt_";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private volatile boolean migrated;

  /**
   * Connects to nothing yet: the schema {@code access} is made or brought up to date on first use.
   */
  public AccessTokens(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  /**
   * Makes a new token; those issued before stay valid.
   *
   * @return the token, which nobody can read again
   * @throws InvalidValue if no role is given
   */
  public String issue(AccountId account, List<Binding> bindings) {
    return issue(account, bindings, null);
  }

  /**
   * Makes a new token that ends by itself.
   *
   * @param expires when it ends; null for never
   * @throws InvalidValue if no role is given
   */
  public String issue(AccountId account, List<Binding> bindings, @Nullable Instant expires) {
    if (bindings.isEmpty()) {
      throw new InvalidValue("bindings", "must name at least one role");
    }
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    byte[] digest = digest(token);
    migrate();
    transaction.executeWithoutResult(
        ignored -> {
          jdbc.sql(
                  "insert into access.access_token (digest, account, expires_at)"
                      + " values (:digest, :account, :expires)")
              .param("digest", digest)
              .param("account", account.value())
              .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
              .update();
          bindings.forEach(binding -> insert(digest, binding));
        });
    return token;
  }

  private void insert(byte[] digest, Binding binding) {
    jdbc.sql(
            "insert into access.binding (digest, role, accord, body)"
                + " values (:digest, :role, :accord, :body)")
        .param("digest", digest)
        .param("role", binding.role().name())
        .param("accord", binding.accord() == null ? "*" : binding.accord().value())
        .param("body", binding.body() == null ? null : binding.body().value())
        .update();
  }

  /**
   * Ends every token of an account at once.
   *
   * @return how many tokens were valid until now
   */
  public int revoke(AccountId account) {
    migrate();
    return jdbc.sql(
            "update access.access_token set revoked_at = now()"
                + " where account = ? and revoked_at is null")
        .param(account.value())
        .update();
  }

  /**
   * Ends one token at once, and no other of its account.
   *
   * @return whether it was valid until now
   */
  public boolean end(String token) {
    migrate();
    return jdbc.sql(
                "update access.access_token set revoked_at = now()"
                    + " where digest = ? and revoked_at is null")
            .param(digest(token))
            .update()
        == 1;
  }

  /** One role of one token that was issued; the token itself nobody can list. */
  public record Issued(
      String account,
      String role,
      String accord,
      @Nullable String body,
      Instant issued,
      @Nullable Instant expires,
      @Nullable Instant revoked) {}

  /** Every token ever issued, by account and time. */
  public List<Issued> list() {
    migrate();
    return jdbc.sql(
            "select t.account, lower(b.role), b.accord, b.body, t.issued_at, t.expires_at,"
                + " t.revoked_at from access.access_token t join access.binding b using (digest)"
                + " order by t.account, t.issued_at, b.role")
        .query(
            (row, number) ->
                new Issued(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant(),
                    instant(row.getTimestamp(6)),
                    instant(row.getTimestamp(7))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** The account and roles behind a token; empty if it is unknown or revoked. */
  Optional<TokenHolder> holderOf(String token) {
    migrate();
    List<String> account = new ArrayList<>();
    List<Binding> bindings =
        jdbc.sql(
                "select t.account, b.role, b.accord, b.body from access.access_token t"
                    + " join access.binding b using (digest)"
                    + " where t.digest = ? and t.revoked_at is null"
                    + " and (t.expires_at is null or t.expires_at > now())"
                    + " order by b.role, b.accord, b.body")
            .param(digest(token))
            .query(
                (row, number) -> {
                  account.add(row.getString(1));
                  String accord = row.getString(3);
                  String body = row.getString(4);
                  return new Binding(
                      Role.valueOf(row.getString(2)),
                      accord.equals("*") ? null : new AccordId(accord),
                      body == null ? null : new BodyId(body));
                })
            .list();
    return bindings.isEmpty()
        ? Optional.empty()
        : Optional.of(new TokenHolder(new AccountId(account.getFirst()), bindings));
  }

  /** Makes the tables, if this is the first time. */
  public void open() {
    migrate();
  }

  private void migrate() {
    if (migrated) {
      return;
    }
    synchronized (this) {
      if (!migrated) {
        Flyway.configure()
            .dataSource(dataSource)
            .schemas("access")
            .locations("classpath:db/access")
            .load()
            .migrate();
        migrated = true;
      }
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

package org.accordledger.api.tamper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.accordledger.log.TreeEdge;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * What an operator who has everything can do: change an entry with all that follows from it, forget
 * what was signed, and let the ledger sign the new history with its real key.
 */
record Rewriting(Victim victim) {
  /** Another payload at this position, as if it had always been there. */
  void of(long position) throws IOException {
    JdbcTemplate jdbc = new JdbcTemplate(victim.database());
    byte[] payload = bytes(jdbc, "payload", position);
    byte[] salt = bytes(jdbc, "salt", position);
    Leaf leaf = Leaf.read(bytes(jdbc, "leaf", position));
    // one byte of a text in it, so that it stays an event
    byte[] other =
        new String(payload, StandardCharsets.UTF_8)
            .replace("A forged letter", "A signed letter")
            .getBytes(StandardCharsets.UTF_8);
    byte[] rewritten =
        new Leaf(
                leaf.origin(),
                leaf.id(),
                leaf.type(),
                leaf.streamId(),
                leaf.streamVersion(),
                leaf.recordedAt(),
                LogHash.commitment(salt, other))
            .bytes();
    victim.asSuperuser(
        "update ledger.event set payload = %s, leaf = %s, leaf_hash = %s where position = %d"
            .formatted(hex(other), hex(rewritten), hex(LogHash.leaf(rewritten)), position));
    TreeEdge edge = TreeEdge.empty();
    long size = size(jdbc);
    for (long at = 0; at < size; at++) {
      edge = edge.append(LogHash.leaf(bytes(jdbc, "leaf", at)));
    }
    victim.asSuperuser(
        "update ledger.log_head set edge = " + hex(edge.bytes()),
        "update ledger.signed_checkpoint set size = null, root = null, note = null, signed_at ="
            + " null");
    forgetFiles();
  }

  private void forgetFiles() throws IOException {
    Files.delete(victim.log().resolve("checkpoint"));
    FileSystemUtils.deleteRecursively(victim.log().resolve("tile"));
  }

  private static long size(JdbcTemplate jdbc) {
    Long size = jdbc.queryForObject("select size from ledger.log_head", Long.class);
    return size == null ? 0 : size;
  }

  private static byte[] bytes(JdbcTemplate jdbc, String column, long position) {
    byte[] bytes =
        jdbc.queryForObject(
            "select " + column + " from ledger.event where position = ?", byte[].class, position);
    if (bytes == null) {
      throw new IllegalStateException("there is no entry at " + position);
    }
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
  }
}

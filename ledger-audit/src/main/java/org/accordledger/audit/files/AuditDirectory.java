package org.accordledger.audit.files;

import java.nio.file.Path;

/**
 * Where things lie in an audit directory.
 *
 * @param path the directory itself
 */
public record AuditDirectory(Path path) {
  /** The log's files as served. */
  public Path log() {
    return path.resolve("log");
  }

  /** Chunks of payloads, named by their first position. */
  public Path payloads() {
    return path.resolve("payloads");
  }

  /** What was verified last time. */
  public Path seen() {
    return path.resolve("seen").resolve("checkpoint");
  }
}

package org.accordledger.core;

/**
 * Names a text or file that lives beside the events: base64url without padding of SHA-256(salt ‖
 * bytes), 43 characters. The content can be withheld or erased without touching the event that
 * names it.
 */
public record ContentRef(String value) {
  public ContentRef {
    Identifiers.require("content", value, "[A-Za-z0-9_-]{43}");
  }

  @Override
  public String toString() {
    return value;
  }
}

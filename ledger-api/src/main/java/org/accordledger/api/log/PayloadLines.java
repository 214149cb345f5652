package org.accordledger.api.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.accordledger.api.security.Reader;
import org.accordledger.api.visibility.PayloadAccess;
import org.accordledger.store.StoredPayload;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line for each payload: as a whole with its salt, or withheld. */
@Component
final class PayloadLines {
  private final PayloadAccess access;
  private final JsonMapper json;

  PayloadLines(PayloadAccess access, JsonMapper json) {
    this.access = access;
    this.json = json;
  }

  byte[] of(StoredPayload stored, Reader reader) {
    ObjectNode line = json.createObjectNode();
    if (access.mayRead(stored.streamId(), stored.type(), stored.payload(), reader)) {
      line.put("payload", new String(stored.payload(), StandardCharsets.UTF_8));
      line.put("position", stored.position());
      line.put("salt", Base64.getUrlEncoder().withoutPadding().encodeToString(stored.salt()));
    } else {
      line.put("position", stored.position());
      line.put("withheld", true);
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }
}

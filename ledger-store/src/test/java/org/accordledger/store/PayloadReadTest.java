package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayloadReadTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();

  @Test
  void payloadsWithTheirSaltsAreWhatTheLeavesCommitTo() {
    try (TestNode node = TestNode.on(postgres.source());
        LogConnection connection = node.store().logConnection()) {
      node.append("note-1", 0, "a", "b");
      node.append("note-2", 0, "c");
      List<Leaf> leaves = new ArrayList<>();
      connection.leaves(0, 3, (position, leaf) -> leaves.add(Leaf.read(leaf)));
      List<StoredPayload> payloads = node.store().events().readPayloads(0, 10);
      assertThat(payloads)
          .extracting(payload -> new String(payload.payload(), StandardCharsets.UTF_8))
          .containsExactly("a", "b", "c");
      for (StoredPayload payload : payloads) {
        Leaf leaf = leaves.get(Math.toIntExact(payload.position()));
        assertThat(leaf.commitment())
            .isEqualTo(LogHash.commitment(payload.salt(), payload.payload()));
        assertThat(leaf.streamId()).isEqualTo(payload.streamId());
        assertThat(leaf.type()).isEqualTo(payload.type());
      }
      assertThat(node.store().events().readPayloads(1, 2))
          .extracting(StoredPayload::position)
          .containsExactly(1L);
      assertThat(node.store().events().readPayloads(3, 4)).isEmpty();
    }
  }

  @Test
  void entriesComeAsTheyAreKeptAndNoMoreBytesThanAskedForButOne() {
    try (TestNode node = TestNode.on(postgres.source())) {
      node.append("note-1", 0, "a".repeat(10), "b".repeat(10), "c".repeat(10), "d");
      EventReader reader = node.store().events();

      for (StoredEntry entry : reader.readEntries(0, 10, 1000)) {
        assertThat(Leaf.read(entry.leaf()).streamVersion()).isEqualTo(entry.position());
        assertThat(Leaf.read(entry.leaf()).commitment())
            .isEqualTo(LogHash.commitment(entry.salt(), entry.payload()));
      }
      assertThat(positions(reader.readEntries(0, 10, 1000))).containsExactly(0L, 1L, 2L, 3L);
      assertThat(positions(reader.readEntries(1, 2, 1000))).containsExactly(1L, 2L);
      assertThat(positions(reader.readEntries(0, 10, 1))).containsExactly(0L);
      assertThat(positions(reader.readEntries(0, 10, 20))).containsExactly(0L, 1L);
      assertThat(positions(reader.readEntries(0, 10, 21))).containsExactly(0L, 1L, 2L);
      assertThat(reader.readEntries(4, 10, 1000)).isEmpty();
    }
  }

  private static List<Long> positions(List<StoredEntry> entries) {
    return entries.stream().map(StoredEntry::position).toList();
  }
}

package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class RecentMessagesTest {
  private final RecentMessages recent = new RecentMessages(4);

  @Test
  void gives_what_follows_without_a_gap_up_to_the_limit() {
    add(0, 1, 3);

    assertThat(positions(0, 10)).containsExactly(0L, 1L);
    assertThat(positions(0, 1)).containsExactly(0L);
    assertThat(positions(2, 10)).isEmpty();
    assertThat(positions(3, 10)).containsExactly(3L);
  }

  @Test
  void an_older_message_is_never_given_for_the_one_that_took_its_place() {
    add(0, 1, 2, 3, 4, 5);

    assertThat(positions(0, 10)).isEmpty();
    assertThat(positions(2, 10)).containsExactly(2L, 3L, 4L, 5L);
    assertThat(positions(6, 10)).isEmpty();
  }

  private void add(long... positions) {
    for (long position : positions) {
      TrackedEventMessage<?> message =
          new GenericTrackedEventMessage<>(
              new GlobalSequenceTrackingToken(position),
              new GenericEventMessage<>("event " + position));
      recent.add(position, message);
    }
  }

  private List<Long> positions(long from, int limit) {
    return recent.from(from, limit).stream()
        .map(message -> message.trackingToken().position().orElseThrow())
        .toList();
  }
}

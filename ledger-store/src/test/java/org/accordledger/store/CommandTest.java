package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();
  private final TestNode node = TestNode.on(database);

  @AfterEach
  void theStoreIsClosed() {
    node.close();
  }

  @Test
  void aCommandLearnsWhereItsEventsStandAndItsKeyAndContentsGoWithThem() {
    Content content = Content.of("text/plain", "en", new byte[] {65}, "clear");
    IdempotencyKey key = new IdempotencyKey("client", "k", new byte[] {1});
    AppendContext context = new AppendContext(key, List.of(content));
    assertThat(context.appended()).isEmpty();
    handle(context, "note-1", "a", "b");

    Appended appended = context.appended().orElseThrow();
    assertThat(appended.lastPosition()).isEqualTo(1);
    assertThat(appended.streamId()).isEqualTo("note-1");
    assertThat(node.store().answered(key)).contains(appended);
    assertThat(node.store().contents().find(content.ref())).isPresent();
    assertThatExceptionOfType(RepeatedCommand.class)
        .isThrownBy(() -> handle(new AppendContext(key, List.of()), "note-2", "c"))
        .satisfies(repeated -> assertThat(repeated.first()).isEqualTo(appended));
  }

  @Test
  void aCommandSentWhileAnotherIsHandledIsStoredWithIt() {
    AppendContext context = new AppendContext(null, List.of());
    UnitOfWork<?> outer = begin(Map.of(AppendContext.KEY, context));
    node.events().publish(TestNode.notes("note-1", 0, "outer"));
    UnitOfWork<?> inner = begin(Map.of());
    node.events().publish(TestNode.notes("note-2", 0, "inner"));
    inner.commit();
    assertThat(context.appended()).isEmpty();
    outer.commit();
    assertThat(context.appended().orElseThrow().lastPosition()).isEqualTo(1);
    assertThat(WholeLog.check(database)).containsExactly("outer", "inner");
  }

  @Test
  void eventsPublishedWhileOthersAreStoredDoNotUseTheKeyASecondTime() {
    IdempotencyKey key = new IdempotencyKey("client", "k", new byte[] {1});
    AppendContext context = new AppendContext(key, List.of());
    AtomicBoolean thought = new AtomicBoolean();
    Registration subscription =
        node.events()
            .subscribe(
                events -> {
                  if (thought.compareAndSet(false, true)) {
                    node.events().publish(TestNode.notes("note-1", 1, "afterthought"));
                  }
                });
    handle(context, "note-1", "a");
    assertThat(subscription.cancel()).isTrue();
    assertThat(WholeLog.check(database)).containsExactly("a", "afterthought");
  }

  private void handle(AppendContext context, String streamId, String... texts) {
    UnitOfWork<?> unitOfWork = begin(Map.of(AppendContext.KEY, context));
    node.events().publish(TestNode.notes(streamId, 0, texts));
    unitOfWork.commit();
  }

  private static UnitOfWork<?> begin(Map<String, ?> metadata) {
    return DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("a command", metadata));
  }
}

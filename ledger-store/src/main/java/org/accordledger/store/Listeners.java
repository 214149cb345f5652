package org.accordledger.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's listeners; one that fails harms neither the committer nor the others. */
final class Listeners implements AppendListener {
  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();

  void add(AppendListener listener) {
    listeners.add(listener);
  }

  @Override
  public void appended(Set<String> streamIds) {
    tell(listener -> listener.appended(streamIds));
  }

  @Override
  public void appendedElsewhere() {
    tell(AppendListener::appendedElsewhere);
  }

  @Override
  public void committed(CommittedBatch batch) {
    tell(listener -> listener.committed(batch));
  }

  private void tell(Consumer<AppendListener> what) {
    for (AppendListener listener : listeners) {
      try {
        what.accept(listener);
      } catch (RuntimeException e) {
        log.error("An append listener failed; what it caches may be stale.", e);
      }
    }
  }
}

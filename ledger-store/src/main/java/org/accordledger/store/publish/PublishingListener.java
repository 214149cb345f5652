package org.accordledger.store.publish;

/**
 * Told of every write of publishing, before it and after it. What it throws ends the publishing
 * there, as a failure of the write would.
 */
interface PublishingListener {
  /** Nothing listens. */
  PublishingListener NONE =
      new PublishingListener() {
        @Override
        public void before(PublishingStep step, String what) {}

        @Override
        public void after(PublishingStep step, String what) {}
      };

  /**
   * The write comes next.
   *
   * @param what the path of the file within the log, or the size of the checkpoint
   */
  void before(PublishingStep step, String what);

  /** The write is done. */
  void after(PublishingStep step, String what);
}

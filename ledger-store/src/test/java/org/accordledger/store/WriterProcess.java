package org.accordledger.store;

import java.util.List;

/**
 * A process of its own that appends as fast as it can until it is killed, and prints the position
 * and text of what it was told is stored.
 */
final class WriterProcess {
  private WriterProcess() {}

  public static void main(String[] arguments) {
    TestNode node = TestNode.on(TestPostgres.database(Integer.parseInt(arguments[0]), "postgres"));
    EventMessages messages = new EventMessages(TestNode.ORIGIN, new NoteCodec());
    for (int w = 0; w < 8; w++) {
      String stream = "note-" + w;
      Thread.ofPlatform().start(() -> write(node, messages, stream));
    }
  }

  private static void write(TestNode node, EventMessages messages, String stream) {
    for (int i = 0; ; i++) {
      String text = stream + "/" + i;
      Appended appended =
          node.store()
              .append(
                  TestNode.notes(stream, i, text).stream().map(messages::toStore).toList(),
                  new AppendContext(null, List.of()))
              .join();
      System.out.println("ack " + appended.firstPosition() + " " + text + " end");
    }
  }
}

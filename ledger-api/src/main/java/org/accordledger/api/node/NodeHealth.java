package org.accordledger.api.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.accordledger.projections.ProjectionStatus;
import org.accordledger.projections.node.IntakeStatus;
import org.accordledger.projections.node.ProjectionNode;

/**
 * How a node is. Being behind is no failure, standing still is one, and so is not having caught up
 * once yet with what was taken; that nothing comes from Kafka makes nothing unready, for what was
 * taken is still shown.
 *
 * @param up whether everything asked for is
 * @param components what is said of each part
 */
record NodeHealth(boolean up, Map<String, Object> components) {
  String status() {
    return up ? "UP" : "DOWN";
  }

  static NodeHealth alive() {
    return new NodeHealth(true, Map.of());
  }

  /** Whether the projections of this node go on. */
  static NodeHealth ready(ProjectionNode node) {
    try {
      String building = node.projections().building();
      boolean follow = building == null;
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("views", building == null ? node.projections().views().name() : building);
      for (ProjectionStatus status : node.projections().status()) {
        follow &= status.failure() == null;
        told.put(status.name(), status.toString());
      }
      return new NodeHealth(follow, told);
    } catch (RuntimeException e) {
      return new NodeHealth(false, Map.of("projections", String.valueOf(e.getMessage())));
    }
  }

  /** All of it. */
  static NodeHealth whole(ProjectionNode node) {
    NodeHealth ready = ready(node);
    Map<String, Object> components = new LinkedHashMap<>(ready.components());
    try {
      IntakeStatus intake = node.intake();
      components.put("intake", told(intake));
      return new NodeHealth(ready.up() && intake.failure() == null, components);
    } catch (RuntimeException e) {
      components.put("intake", String.valueOf(e.getMessage()));
      return new NodeHealth(false, components);
    }
  }

  private static String told(IntakeStatus status) {
    String standing =
        "everything up to %d, newest %d, %d records to take, %d s old, %d partitions here"
            .formatted(
                status.watermark(),
                status.newest(),
                status.untaken(),
                status.age().toSeconds(),
                status.partitions());
    return status.failure() == null ? standing : standing + "; stands still: " + status.failure();
  }
}

package org.accordledger.projections;

/** A read about a position that the projection has not applied yet; it may be asked again later. */
public final class PositionNotApplied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long position;
  private final long applied;

  /**
   * @param position asked for
   * @param applied last one applied; -1 if none
   */
  public PositionNotApplied(long position, long applied) {
    super(
        "position %d is not there yet: the view stands at %d; wait for it or ask for an earlier one"
            .formatted(position, applied));
    this.position = position;
    this.applied = applied;
  }

  public long position() {
    return position;
  }

  public long applied() {
    return applied;
  }
}

package org.accordledger.core.accord;

import java.util.List;
import org.accordledger.core.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * How long an embargo clause forbids a verdict on an election. It opens on the day of the election.
 *
 * @param closesWith the document whose first publication closes it
 * @param missions the missions whose document counts; empty means any mission
 * @param daysWithoutMission how many days after the election it closes if nobody observes; absent
 *     means that it then never opens
 */
public record EmbargoRule(
    ObserverReport closesWith, List<BodyId> missions, @Nullable Integer daysWithoutMission) {}

package org.accordledger.core.statistics;

import java.util.List;
import java.util.Optional;

/**
 * By how much a rate is multiplied in one unit of time, with its 95 % interval: the slope of a
 * Poisson log-linear regression and its Wald interval. Source: P. McCullagh and J. A. Nelder,
 * Generalized Linear Models, 2nd edition (1989), chapter 6.
 *
 * @param observations it rests on
 * @param factor by which the rate is multiplied in one unit of time; 1 is no trend
 * @param interval of the factor
 * @param dispersion Pearson's chi-square over its degrees of freedom. Near 1 the counts scatter as
 *     Poisson counts do; well above it they scatter more, and the interval is too narrow
 */
public record Trend(int observations, double factor, Interval interval, double dispersion) {
  private static final int FEWEST = 3;
  private static final int MOST_STEPS = 200;
  private static final double CLOSE = 1e-12;

  /**
   * One count.
   *
   * @param time of its middle
   * @param exposure the length of time it was counted over, above 0, in any unit
   * @param count from 0
   */
  public record Observation(double time, double exposure, long count) {}

  private record Line(double level, double slope) {
    double expected(Observation one, double middle) {
      return one.exposure() * Math.exp(level + slope * (one.time() - middle));
    }
  }

  /**
   * Fits it.
   *
   * @return empty if there are fewer than three counts, if everything was counted at the first time
   *     or at the last or nothing at all, so that no slope fits best, or if it is too steep for a
   *     number
   */
  public static Optional<Trend> of(List<Observation> observations) {
    if (observations.size() < FEWEST || !hasABestSlope(observations)) {
      return Optional.empty();
    }
    double middle = observations.stream().mapToDouble(Observation::time).average().orElseThrow();
    return fitted(observations, middle)
        .map(line -> described(observations, line, middle))
        .filter(trend -> Double.isFinite(trend.interval().high()) && trend.interval().low() > 0);
  }

  /** The likelihood has a maximum unless everything lies at one end. */
  private static boolean hasABestSlope(List<Observation> observations) {
    double first = observations.stream().mapToDouble(Observation::time).min().orElseThrow();
    double last = observations.stream().mapToDouble(Observation::time).max().orElseThrow();
    boolean afterFirst = observations.stream().anyMatch(o -> o.count() > 0 && o.time() > first);
    boolean beforeLast = observations.stream().anyMatch(o -> o.count() > 0 && o.time() < last);
    return afterFirst && beforeLast;
  }

  /** By Newton's method; the likelihood is concave, and a step that makes it worse is halved. */
  private static Optional<Line> fitted(List<Observation> observations, double middle) {
    double counted = observations.stream().mapToDouble(Observation::count).sum();
    double exposure = observations.stream().mapToDouble(Observation::exposure).sum();
    Line line = new Line(Math.log(counted / exposure), 0);
    double likelihood = likelihood(observations, line, middle);
    for (int step = 0; step < MOST_STEPS; step++) {
      Sums sums = Sums.of(observations, line, middle);
      Line move = sums.newton();
      double share = 1;
      Line next = moved(line, move, share);
      double better = likelihood(observations, next, middle);
      while (!(better >= likelihood) && share > CLOSE) {
        share /= 2;
        next = moved(line, move, share);
        better = likelihood(observations, next, middle);
      }
      boolean still =
          Math.abs(next.level() - line.level()) < CLOSE
              && Math.abs(next.slope() - line.slope()) < CLOSE * (1 + Math.abs(line.slope()));
      if (still || !(better > likelihood)) {
        return Optional.of(line).filter(found -> Double.isFinite(found.slope()));
      }
      line = next;
      likelihood = better;
    }
    return Optional.empty();
  }

  private static Line moved(Line line, Line move, double share) {
    return new Line(line.level() + share * move.level(), line.slope() + share * move.slope());
  }

  private static double likelihood(List<Observation> observations, Line line, double middle) {
    double sum = 0;
    for (Observation one : observations) {
      sum += one.count() * (line.level() + line.slope() * (one.time() - middle));
      sum -= line.expected(one, middle);
    }
    return sum;
  }

  private static Trend described(List<Observation> observations, Line line, double middle) {
    Sums sums = Sums.of(observations, line, middle);
    double error = Math.sqrt(sums.weight() / sums.determinant());
    double times = NormalDistribution.UPPER * error;
    double chiSquare = 0;
    for (Observation one : observations) {
      double expected = line.expected(one, middle);
      chiSquare += (one.count() - expected) * (one.count() - expected) / expected;
    }
    return new Trend(
        observations.size(),
        Math.exp(line.slope()),
        new Interval(Math.exp(line.slope() - times), Math.exp(line.slope() + times)),
        chiSquare / (observations.size() - 2));
  }

  /** The score and the information of the two parameters. */
  private record Sums(
      double weight, double first, double second, double scoreLevel, double scoreSlope) {
    static Sums of(List<Observation> observations, Line line, double middle) {
      double weight = 0;
      double first = 0;
      double second = 0;
      double scoreLevel = 0;
      double scoreSlope = 0;
      for (Observation one : observations) {
        double time = one.time() - middle;
        double expected = line.expected(one, middle);
        weight += expected;
        first += expected * time;
        second += expected * time * time;
        scoreLevel += one.count() - expected;
        scoreSlope += (one.count() - expected) * time;
      }
      return new Sums(weight, first, second, scoreLevel, scoreSlope);
    }

    double determinant() {
      return weight * second - first * first;
    }

    Line newton() {
      double determinant = determinant();
      return new Line(
          (second * scoreLevel - first * scoreSlope) / determinant,
          (weight * scoreSlope - first * scoreLevel) / determinant);
    }
  }
}

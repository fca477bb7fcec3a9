package io.github.hybridnet.failover;

import io.github.hybridnet.failover.DrillParts.Inside;
import io.github.hybridnet.failover.InsideViews.Hop;
import io.github.hybridnet.failover.InsideViews.Machine;
import io.github.hybridnet.failover.InsideViews.Reach;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/** What Azure is asked from inside the network, and how its answer reads. */
enum InsideQuestion {
  /** Where the network sends packets for the target. */
  NEXT_HOP("where %s sends packets for %s") {
    @Override
    boolean concerns(InsideTarget target) {
      return true;
    }

    @Override
    Answer ask(Inside inside, Machine machine) throws InterruptedException {
      InsideTarget target = inside.target();
      Hop hop = inside.views().nextHop(machine, target.address(), LIMIT);
      String to = hop.address().isEmpty() ? hop.type() : hop.type() + " " + hop.address();
      String sends = target.name() + " sends packets for " + target.address() + " to " + to;
      boolean gateway = hop.type().toLowerCase(Locale.ROOT).endsWith("gateway");
      return new Answer(gateway, gateway ? sends : sends + ", which is no gateway");
    }
  },

  /** Whether they arrive. */
  REACH("whether %s reaches %s") {
    @Override
    boolean concerns(InsideTarget target) {
      return target.port().isPresent();
    }

    @Override
    Answer ask(Inside inside, Machine machine) throws InterruptedException {
      InsideTarget target = inside.target();
      int port = target.port().orElseThrow();
      Reach reach = inside.views().reach(machine, target.address(), port, LIMIT);
      String verb = reach.reached() ? " reaches " : " does not reach ";
      return new Answer(
          reach.reached(), target.name() + verb + place(target) + " (" + figures(reach) + ")");
    }
  };

  /** Azure needs up to a minute. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final String topic;

  InsideQuestion(String topic) {
    this.topic = topic;
  }

  /**
   * What was answered.
   *
   * @param asItShouldBe whether it agrees with a network that works
   * @param text the answer, as a sentence without its end
   */
  record Answer(boolean asItShouldBe, String text) {}

  /** Whether it can be asked about a target. */
  abstract boolean concerns(InsideTarget target);

  /**
   * Asks.
   *
   * @throws io.github.hybridnet.engine.CloudException when Azure does not tell
   */
  abstract Answer ask(Inside inside, Machine machine) throws InterruptedException;

  /** What it is about, as it follows "does not tell". */
  String topic(InsideTarget target) {
    return topic.formatted(target.name(), this == REACH ? place(target) : target.address());
  }

  private static String place(InsideTarget target) {
    OptionalInt port = target.port();
    return port.isPresent() ? target.address() + ":" + port.getAsInt() : target.address();
  }

  private static String figures(Reach reach) {
    String lost = reach.failed() + " of " + reach.sent() + " probes failed";
    return reach.averageMillis().isPresent()
        ? reach.status() + ", " + lost + ", " + reach.averageMillis().getAsLong() + " ms on average"
        : reach.status() + ", " + lost;
  }
}

package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.api.InsideViews.InsideMachine;
import io.github.hybridnet.drill.api.InsideViews.ReachResult;
import io.github.hybridnet.drill.api.InsideViews.RouteHop;
import io.github.hybridnet.drill.run.DrillComponents.InsideSource;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/** What Azure is asked from inside the network, and how its answer reads. */
enum InsideQuestion {
  /** Where the network sends packets for the target. */
  NEXT_HOP("where '%s' sends packets for %s") {
    @Override
    boolean concerns(InsideTarget target) {
      return true;
    }

    @Override
    InsideAnswer ask(InsideSource insideSource, InsideMachine insideMachine)
        throws InterruptedException {
      InsideTarget target = insideSource.target();
      RouteHop routeHop = insideSource.views().nextHop(insideMachine, target.address(), LIMIT);
      String to =
          routeHop.address().isEmpty()
              ? routeHop.type()
              : routeHop.type() + " " + routeHop.address();
      String sends = "'" + target.name() + "' sends packets for " + target.address() + " to " + to;
      boolean gateway = routeHop.type().toLowerCase(Locale.ROOT).endsWith("gateway");
      return new InsideAnswer(gateway, gateway ? sends : sends + ", and not to a gateway");
    }
  },

  /** Whether the packets arrive at the target. */
  REACH("whether '%s' reaches %s") {
    @Override
    boolean concerns(InsideTarget target) {
      return target.port().isPresent();
    }

    @Override
    InsideAnswer ask(InsideSource insideSource, InsideMachine insideMachine)
        throws InterruptedException {
      InsideTarget target = insideSource.target();
      int port = target.port().orElseThrow();
      ReachResult reachResult =
          insideSource.views().reach(insideMachine, target.address(), port, LIMIT);
      String verb = reachResult.reached() ? " reaches " : " does not reach ";
      return new InsideAnswer(
          reachResult.reached(),
          "'" + target.name() + "'" + verb + place(target) + " (" + figures(reachResult) + ")");
    }
  };

  /** Azure needs up to a minute. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final String topic;

  InsideQuestion(String topic) {
    this.topic = topic;
  }

  /**
   * What Azure answered, and whether it is as expected.
   *
   * @param asItShouldBe whether it agrees with a network that works
   * @param text the answer, as a sentence without its end
   */
  record InsideAnswer(boolean asItShouldBe, String text) {}

  /** Whether it can be asked about a target. */
  abstract boolean concerns(InsideTarget target);

  /**
   * Asks Azure, and waits for the answer.
   *
   * @throws io.github.hybridnet.arm.CloudException when Azure does not answer
   */
  abstract InsideAnswer ask(InsideSource insideSource, InsideMachine insideMachine)
      throws InterruptedException;

  /** What it is about, as it follows "does not report". */
  String topic(InsideTarget target) {
    return topic.formatted(target.name(), this == REACH ? place(target) : target.address());
  }

  private static String place(InsideTarget target) {
    OptionalInt port = target.port();
    return port.isPresent() ? target.address() + ":" + port.getAsInt() : target.address();
  }

  private static String figures(ReachResult reachResult) {
    String lost = reachResult.failed() + " of " + reachResult.sent() + " probes failed";
    return reachResult.averageMillis().isPresent()
        ? reachResult.status()
            + ", "
            + lost
            + ", "
            + reachResult.averageMillis().getAsLong()
            + " ms on average"
        : reachResult.status() + ", " + lost;
  }
}

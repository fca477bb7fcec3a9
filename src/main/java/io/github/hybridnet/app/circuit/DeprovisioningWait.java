package io.github.hybridnet.app.circuit;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.plan.destroy.RetainedResource;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Waits until the connectivity provider has deprovisioned a circuit. */
public final class DeprovisioningWait {
  private static final String DEPROVISIONED = "NotProvisioned";

  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final LineWriter out;
  private final Duration limit;
  private final Instant begin;
  private Instant told;
  private String state = "";

  /** A wait that begins now. */
  public DeprovisioningWait(
      CloudClient cloudClient, EngineOptions options, LineWriter out, Duration limit) {
    this.cloudClient = cloudClient;
    this.options = options;
    this.out = out;
    this.limit = limit;
    this.begin = options.clock().instant();
    this.told = begin;
  }

  /** Whether it is deprovisioned; false when the time is over, which loses nothing. */
  public boolean await(RetainedResource circuit) throws InterruptedException {
    out.warn(circuit.key() + ": " + circuit.reason());
    CircuitPoller looks = new CircuitPoller(cloudClient, options, circuit.key());
    while (true) {
      String now = looks.next().map(DeprovisioningWait::state).orElse("not readable");
      if (looks.isGone() || now.equalsIgnoreCase(DEPROVISIONED)) {
        out.info(circuit.key() + ": deprovisioned by the provider");
        return true;
      }
      Instant instant = options.clock().instant();
      if (Duration.between(begin, instant).compareTo(limit) >= 0) {
        out.warn(circuit.key() + ": still " + now + " after " + DurationText.text(limit));
        return false;
      }
      tell(circuit, now, instant);
      looks.pause();
    }
  }

  private void tell(RetainedResource circuit, String now, Instant instant) {
    boolean due = Duration.between(told, instant).compareTo(options.heartbeat()) >= 0;
    if (due || !now.equals(state)) {
      out.info(
          "%s: waiting for the provider to deprovision it, %s, %s elapsed, limit %s"
              .formatted(
                  circuit.key(),
                  now,
                  DurationText.text(Duration.between(begin, instant)),
                  DurationText.text(limit)));
      told = instant;
    }
    state = now;
  }

  private static String state(ActualResource circuit) {
    return Objects.toString(
        circuit.observed().get("serviceProviderProvisioningState"), DEPROVISIONED);
  }
}

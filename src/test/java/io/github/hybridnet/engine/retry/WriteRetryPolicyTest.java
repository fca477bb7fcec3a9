package io.github.hybridnet.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteRetryPolicyTest {
  private static final Duration LEFT = Duration.ofHours(1);

  private final WriteRetryPolicy policy = new WriteRetryPolicy(false);

  /** All pauses until it is given up. */
  private List<Duration> pauses(CloudException failure) {
    List<Duration> pauses = new ArrayList<>();
    for (int attempt = 1; ; attempt++) {
      Optional<Duration> delay = policy.delay(failure, attempt, LEFT);
      if (delay.isEmpty()) {
        return pauses;
      }
      pauses.add(delay.get());
    }
  }

  /** A read that lags behind shows an ETag that is refused again. */
  @Test
  void afterALostRaceReadsThatLagBehindAreWaitedFor() {
    Duration ten = Duration.ofSeconds(10);
    assertThat(pauses(FakeCloud.failure(Kind.CONFLICT, "PreconditionFailed")))
        .containsExactly(Duration.ZERO, ten, ten, ten);
  }

  /** terraform-provider-azurerm issue 25758. */
  @Test
  void aNewGroupThatARegionDoesNotKnowIsWaitedForTwoMinutes() {
    List<Duration> pauses = pauses(FakeCloud.failure(Kind.REFUSED, "ResourceGroupNotFound"));
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(pauses(FakeCloud.failure(Kind.REFUSED, "ResourceNotFound"))).isEmpty();
  }
}

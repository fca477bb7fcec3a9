package io.github.hybridnet.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.DurationModel;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorCredentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

class SimulatorAnnotationTest {
  private static final Set<AzureSimulator> SEEN = new HashSet<>();

  /** Registered before the simulator's extension, and therefore called after it. */
  static final class AllHaveEnded implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
      boolean nested = !context.getRequiredTestClass().isAnnotationPresent(ExtendWith.class);
      if (nested) {
        return;
      }
      assertThat(SEEN).isNotEmpty();
      for (AzureSimulator simulator : SEEN) {
        assertThat(simulator.access().directory()).doesNotExist();
      }
    }
  }

  @Nested
  @ExtendWith(AllHaveEnded.class)
  @Simulator(speed = 77)
  class ForTheClass {
    private static URI first;

    @BeforeAll
    static void begin(AzureSimulator simulator) {
      SEEN.add(simulator);
      first = simulator.endpoint();
    }

    @AfterAll
    static void itStillRuns(SimulatorAdmin admin) {
      assertThat(admin.now()).isNotNull();
    }

    @Test
    void allTestsHaveIt(
        SimulatorAccess access, SimulatorAdmin admin, SimulatorCredentials credentials) {
      assertThat(access.endpoint()).isEqualTo(first);
      assertThat(access.credentials()).isEqualTo(credentials);
      assertThat(admin.send("GET", "clock", "")).contains("\"speed\":77.0");
    }

    @Test
    @Simulator(speed = 5)
    void testCanHaveOneOfItsOwn(AzureSimulator simulator) {
      SEEN.add(simulator);
      assertThat(simulator.endpoint()).isNotEqualTo(first);
      assertThat(simulator.admin().send("GET", "clock", "")).contains("\"speed\":5.0");
    }

    @Nested
    class NestedClassesShareIt {
      @Test
      void itIsTheSame(SimulatorAccess access) {
        assertThat(access.endpoint()).isEqualTo(first);
      }
    }

    @Nested
    @Simulator(speed = 6)
    class NestedClassWithChoicesHasItsOwn {
      @Test
      void itIsAnother(AzureSimulator simulator) {
        SEEN.add(simulator);
        assertThat(simulator.admin().send("GET", "clock", "")).contains("\"speed\":6.0");
      }
    }
  }

  @Nested
  @ExtendWith(AllHaveEnded.class)
  @Simulator(lifecycle = Lifecycle.PER_METHOD)
  class ForEachTest {
    private static final Set<URI> ENDPOINTS = new HashSet<>();
    private static int tests;
    private ArmClient client;

    @BeforeEach
    void begin(AzureSimulator simulator, TestInfo test) {
      tests++;
      SEEN.add(simulator);
      ENDPOINTS.add(simulator.endpoint());
      client = ArmClient.of(simulator.access());
    }

    @Test
    void oneBeginsEmpty() {
      assertEmptyAndFill();
    }

    @Test
    void theOtherToo() {
      assertEmptyAndFill();
    }

    private void assertEmptyAndFill() {
      String groups = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups";
      assertThat(client.get(groups + "?api-version=2024-05-01").json().path("value")).isEmpty();
      client.put(groups + "/rg?api-version=2024-05-01", "{\"location\":\"westus2\"}");
    }

    @AfterAll
    static void eachHadItsOwn() {
      assertThat(ENDPOINTS).hasSize(tests);
    }
  }

  @Nested
  @Simulator(
      manualClock = true,
      durations = "virtualNetworks.create=PT42M",
      durationModel = DurationModel.RECORDED,
      seed = 7)
  class WithAClockOfTheTests {
    @Test
    void timeStandsStillUntilItIsMoved(SimulatorAdmin admin) {
      assertThat(admin.send("GET", "clock", "")).contains("\"running\":false");
      Instant before = admin.now();
      admin.advance(Duration.ofMinutes(1));
      assertThat(admin.now()).isEqualTo(before.plus(Duration.ofMinutes(1)));
      assertThat(admin.send("GET", "durations", "")).contains("PT42M", "\"model\":\"recorded\"");
    }
  }

  @Nested
  @ExtendWith(AzureSimulatorExtension.class)
  class WithTheDefaults {
    @Test
    void annotationIsNotNeeded(SimulatorAdmin admin) {
      assertThat(admin.send("GET", "clock", "")).contains("\"speed\":300.0");
    }
  }
}

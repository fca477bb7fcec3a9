package io.github.hybridnet.simulator.arm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.BehaviourOptions;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.SimulationContext;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.endpoint.ArmHandler;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which order things happen when time has jumped over all of them. */
class DueWorkRunnerTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
  private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg";
  private static final TypeName THINGS = TypeName.of("Test.Things/things");

  private final List<String> happened = new ArrayList<>();
  private boolean broken;
  private final SimulatedClock clock = SimulatedClock.starting(new ManualClock(START), 1);
  private final SimulationEngine simulationEngine =
      SimulationEngine.empty(
          ArmHandler.ROUTER, ModuleRegistrations.of(List.of(this::register)), context(), 1);
  private final ArmHandler arm = new ArmHandler(simulationEngine);

  private SimulationContext context() {
    Map<String, Duration> durations =
        Map.of(
            "things.create", Duration.ofMinutes(5),
            "things.create@late", Duration.ofMinutes(10),
            "things.create@early", Duration.ofMinutes(1));
    return new SimulationContext(
        clock,
        DurationTable.recorded(durations),
        new BehaviourOptions(false, true),
        new SimulationContext.Account(SUBSCRIPTION, SUBSCRIPTION));
  }

  private void register(ModuleRegistry moduleRegistry) {
    moduleRegistry.onChange(
        world -> {
          if (broken) {
            throw new IllegalStateException("broken");
          }
        });
    ArmOperation read =
        request -> {
          request.world().resources().change(request.id(), thing -> thing.put("read", true));
          return OperationAnswer.plain(200, null);
        };
    moduleRegistry.type(
        ResourceTypeDefinition.named(THINGS)
            .label("Thing")
            .put(new Put())
            .call("GET", "spoil", read)
            .build());
    moduleRegistry.event("bell", (world, target, data) -> bell(world, target));
  }

  private void bell(World world, ArmId target) {
    note(world, "bell of " + target.name());
    if (target.name().equals("endless")) {
      descend(0);
    }
  }

  private static int descend(int depth) {
    return depth < 0 ? 0 : descend(depth + 1) + 1;
  }

  private void note(World world, String what) {
    happened.add(Duration.between(START, world.now()).toMinutes() + " " + what);
  }

  private final class Put implements ArmOperation {
    @Override
    public OperationAnswer accept(ResourceRequest request) {
      request.world().schedule("bell", request.id(), Duration.ofMinutes(5), JsonCodec.object());
      return OperationAnswer.stored(
          ResourceEnvelope.topLevel(request), TimedWork.lasting("things.create"));
    }

    @Override
    public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
      note(operationCompletion.world(), operationCompletion.id().name());
      if (operationCompletion.id().name().equals("late")) {
        operationCompletion
            .world()
            .schedule("bell", operationCompletion.id(), Duration.ofMinutes(1), JsonCodec.object());
      }
      if (operationCompletion.id().name().equals("endless")) {
        operationCompletion
            .world()
            .resources()
            .change(operationCompletion.id(), thing -> thing.put("half", true));
        descend(0);
      }
      return null;
    }
  }

  private ServerResponse send(String method, String path) {
    byte[] body =
        method.equals("PUT")
            ? "{\"location\":\"westus\"}".getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    ServerRequest.Target target = new ServerRequest.Target(path, "api-version=2024-05-01");
    return arm.handle(new ServerRequest(method, target, "https://localhost", Map.of(), body));
  }

  private void put(String name) {
    ServerResponse serverResponse = send("PUT", GROUP + "/providers/Test.Things/things/" + name);
    assertThat(serverResponse.status()).isEqualTo(201);
  }

  @Test
  void thingsHappenAtTheirInstantsInOrderThoughTimeJumps() {
    send("PUT", GROUP);
    put("late");
    put("first");
    put("second");
    put("early");
    assertThat(simulationEngine.nextDue()).contains(START.plusSeconds(60));
    clock.advance(Duration.ofHours(1));
    simulationEngine.settle();
    assertThat(happened)
        .containsExactly(
            "1 early",
            // Operations before events, and in the order in which they were started.
            "5 first",
            "5 second",
            "5 bell of late",
            "5 bell of first",
            "5 bell of second",
            "5 bell of early",
            "10 late",
            // What only this brought about.
            "11 bell of late");
    assertThat(simulationEngine.nextDue()).isEmpty();
  }

  @Test
  void nothingHappensTwiceNorTooEarly() {
    send("PUT", GROUP);
    put("early");
    clock.advance(Duration.ofSeconds(59));
    simulationEngine.settle();
    assertThat(happened).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    simulationEngine.settle();
    simulationEngine.settle();
    assertThat(happened).containsExactly("1 early");
  }

  private JsonNode thing(String name) {
    return send("GET", GROUP + "/providers/Test.Things/things/" + name).body().orElseThrow();
  }

  @Test
  void overflowOfTheStackEndsTheOperationAndNothingElse() {
    send("PUT", GROUP);
    put("endless");
    put("other");
    clock.advance(Duration.ofHours(1));
    simulationEngine.settle();
    assertThat(simulationEngine.nextDue()).isEmpty();
    assertThat(happened)
        .containsExactly("5 endless", "5 other", "5 bell of endless", "5 bell of other");
    assertThat(thing("endless").at("/properties/provisioningState").asText()).isEqualTo("Failed");
    assertThat(thing("endless").has("half")).isFalse();
    assertThat(thing("other").at("/properties/provisioningState").asText()).isNotEqualTo("Failed");
  }

  @Test
  void failureOutsideOfTheHandlerEndsTheOperationToo() {
    send("PUT", GROUP);
    put("t");
    simulationEngine.outcomesBy(
        operation -> {
          throw new IllegalStateException("no judgement");
        });
    clock.advance(Duration.ofHours(1));
    simulationEngine.settle();
    simulationEngine.settle();
    assertThat(simulationEngine.nextDue()).isEmpty();
    assertThat(thing("t").at("/properties/provisioningState").asText()).isEqualTo("Failed");
  }

  @Test
  void watcherThatFailsDoesNotLeaveTheCloudLocked() throws Exception {
    broken = true;
    assertThatThrownBy(() -> send("PUT", GROUP)).hasMessage("broken");
    broken = false;
    int status =
        CompletableFuture.supplyAsync(() -> send("GET", GROUP).status()).get(20, TimeUnit.SECONDS);
    assertThat(status).isEqualTo(200);
  }

  @Test
  void callIsRegisteredOnce() {
    ArmOperation nothing = request -> OperationAnswer.plain(200, null);
    ResourceTypeDefinition.Builder thing =
        ResourceTypeDefinition.named(THINGS).call("GET", "x", nothing);
    assertThat(thing.call("POST", "x", nothing).build().calls()).hasSize(2);
    assertThatThrownBy(() -> thing.call("GET", "x", nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GET x is registered twice");
  }

  @Test
  void requestThatOnlyReadsCannotChangeTheCloud() {
    send("PUT", GROUP);
    put("t");
    assertThatThrownBy(() -> send("GET", GROUP + "/providers/Test.Things/things/t/spoil"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(send("GET", GROUP + "/providers/Test.Things/things/t").body().orElseThrow())
        .noneMatch(field -> field.isBoolean());
  }
}

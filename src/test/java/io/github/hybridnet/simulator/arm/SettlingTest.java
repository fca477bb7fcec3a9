package io.github.hybridnet.simulator.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.state.SimulatedClock;
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
class SettlingTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
  private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg";
  private static final TypeName THINGS = TypeName.of("Test.Things/things");

  private final List<String> happened = new ArrayList<>();
  private boolean broken;
  private final SimulatedClock clock = SimulatedClock.starting(new ManualClock(START), 1);
  private final Engine engine =
      Engine.empty(Registrations.of(List.of(this::register)), setting(), 1);
  private final ArmHandler arm = new ArmHandler(engine);

  private Setting setting() {
    Map<String, Duration> durations =
        Map.of(
            "things.create", Duration.ofMinutes(5),
            "things.create@late", Duration.ofMinutes(10),
            "things.create@early", Duration.ofMinutes(1));
    return new Setting(
        clock,
        Durations.recorded(durations),
        new Behaviour(false, true),
        new Setting.Account(SUBSCRIPTION, SUBSCRIPTION));
  }

  private void register(Registry registry) {
    registry.onChange(
        world -> {
          if (broken) {
            throw new IllegalStateException("broken");
          }
        });
    ArmOperation read =
        request -> {
          request.world().resources().change(request.id(), thing -> thing.put("read", true));
          return Answer.plain(200, null);
        };
    registry.type(
        ResourceType.named(THINGS)
            .label("Thing")
            .put(new Put())
            .call("GET", "spoil", read)
            .build());
    registry.event("bell", (world, target, data) -> bell(world, target));
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
    public Answer accept(ArmRequest request) {
      request.world().schedule("bell", request.id(), Duration.ofMinutes(5), Json.object());
      return Answer.stored(Envelope.topLevel(request), Work.lasting("things.create"));
    }

    @Override
    public @Nullable JsonNode complete(Completion completion) {
      note(completion.world(), completion.id().name());
      if (completion.id().name().equals("late")) {
        completion.world().schedule("bell", completion.id(), Duration.ofMinutes(1), Json.object());
      }
      if (completion.id().name().equals("endless")) {
        completion.world().resources().change(completion.id(), thing -> thing.put("half", true));
        descend(0);
      }
      return null;
    }
  }

  private Response send(String method, String path) {
    byte[] body =
        method.equals("PUT")
            ? "{\"location\":\"westus\"}".getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    Request.Target target = new Request.Target(path, "api-version=2024-05-01");
    return arm.handle(new Request(method, target, "https://localhost", Map.of(), body));
  }

  private void put(String name) {
    Response response = send("PUT", GROUP + "/providers/Test.Things/things/" + name);
    assertThat(response.status()).isEqualTo(201);
  }

  @Test
  void thingsHappenAtTheirInstantsInOrderThoughTimeJumps() {
    send("PUT", GROUP);
    put("late");
    put("first");
    put("second");
    put("early");
    assertThat(engine.nextDue()).contains(START.plusSeconds(60));
    clock.advance(Duration.ofHours(1));
    engine.settle();
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
    assertThat(engine.nextDue()).isEmpty();
  }

  @Test
  void nothingHappensTwiceNorTooEarly() {
    send("PUT", GROUP);
    put("early");
    clock.advance(Duration.ofSeconds(59));
    engine.settle();
    assertThat(happened).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    engine.settle();
    engine.settle();
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
    engine.settle();
    assertThat(engine.nextDue()).isEmpty();
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
    engine.judgedBy(
        operation -> {
          throw new IllegalStateException("no judgement");
        });
    clock.advance(Duration.ofHours(1));
    engine.settle();
    engine.settle();
    assertThat(engine.nextDue()).isEmpty();
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
    ArmOperation nothing = request -> Answer.plain(200, null);
    ResourceType.Builder thing = ResourceType.named(THINGS).call("GET", "x", nothing);
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

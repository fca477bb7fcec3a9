package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.SealedExamples;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Removals, and what is made anew after them. */
class RemovalRunTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));

  private final FakeCloud cloud = new FakeCloud();
  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final EngineOptions options =
      EngineOptions.timed(() -> Instant.EPOCH, d -> {}, Duration.ofHours(1));
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void aGatewayOfAnotherFamilyStands() {
    desired.forEach(d -> stand(d.key(), d.body()));
    Map<String, Object> other = Map.of("properties", Map.of("sku", Map.of("name", "Basic")));
    stand(gateway(), BodyMerge.merge(find("ra-vpn-vgw").body(), other));
    cloud.whileApplying =
        key -> order.add((cloud.standing.containsKey(key) ? "-" : "+") + key.name());
  }

  private void stand(ResourceKey key, Map<String, Object> body) {
    cloud.standing.put(key, new ActualResource(key, null, "Succeeded", body, Map.of()));
  }

  private DeclaredResource find(String name) {
    return desired.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  private ResourceKey gateway() {
    return find("ra-vpn-vgw").key();
  }

  private EngineResult run() throws InterruptedException {
    Plan plan = new Planner().plan(desired, new ActualState(cloud.standing.values()));
    return new Engine(cloud, options, events::add).run(plan);
  }

  @Test
  void eachKindOfStepIsCarriedOut() throws InterruptedException {
    Plan plan = new Planner().plan(desired, new ActualState(cloud.standing.values()));
    List<PlanStep> steps =
        SealedExamples.of(PlanStep.class, PlanStep.of(plan).toArray(PlanStep[]::new));
    assertThat(run().isComplete()).isTrue();
    assertThat(steps).extracting(PlanStep::id).doesNotHaveDuplicates();
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(
            steps.stream()
                .map(step -> (step instanceof PlanStep.Remove ? "-" : "+") + step.key().name())
                .toList());
  }

  @Test
  void connectionsGoBeforeTheirGatewayAndComeAfterIt() throws InterruptedException {
    EngineResult result = run();
    assertThat(result.isComplete()).isTrue();
    assertThat(order).containsExactly("-ra-vpn-cn", "-ra-vpn-vgw", "+ra-vpn-vgw", "+ra-vpn-cn");
    assertThat(result.removed())
        .extracting(ResourceKey::name)
        .containsExactly("ra-vpn-cn", "ra-vpn-vgw");
    assertThat(cloud.standing.get(gateway()).body().toString()).contains("VpnGw1AZ");
    assertThat(events)
        .contains(
            new EngineEvent.Started(gateway(), EngineEvent.StepAction.REMOVE),
            new EngineEvent.Finished(gateway(), EngineEvent.StepAction.CREATE, Duration.ZERO));
  }

  /** The connection is as declared: a read that lags behind says that nothing is left to do. */
  @Test
  void whatWasRemovedAndIsShownAgainIsCreatedAllTheSame() throws InterruptedException {
    ResourceKey connection = find("ra-vpn-cn").key();
    ActualResource before = cloud.standing.get(connection);
    Plan plan = new Planner().plan(desired, new ActualState(cloud.standing.values()));
    cloud.whileApplying =
        key -> {
          order.add((cloud.standing.containsKey(key) ? "-" : "+") + key.name());
          if (key.equals(gateway()) && !cloud.standing.containsKey(key)) {
            cloud.standing.put(connection, before);
          }
        };
    List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    EngineOptions lagging =
        EngineOptions.timed(
            () -> Instant.EPOCH,
            pause -> {
              slept.add(pause);
              if (slept.size() == 3) {
                cloud.standing.remove(connection);
              }
            },
            Duration.ofHours(1));
    assertThat(new Engine(cloud, lagging, events::add).run(plan).isComplete()).isTrue();
    assertThat(order).containsExactly("-ra-vpn-cn", "-ra-vpn-vgw", "+ra-vpn-vgw", "+ra-vpn-cn");
    assertThat(slept).hasSize(3);
  }

  @Test
  void whatCannotBeRemovedIsNotMadeAnewAndItsConnectionComesBackAtOnce()
      throws InterruptedException {
    ResourceKey connection = find("ra-vpn-cn").key();
    Map<String, Object> before = cloud.standing.get(connection).body();
    cloud.fail(gateway(), FakeCloud.failure(Kind.REFUSED, "GatewayInUse"));
    EngineResult result = run();
    assertThat(result.failures()).containsOnlyKeys(gateway());
    assertThat(result.skipped()).extracting(ResourceKey::name).contains("ra-vpn-cn", "ra-vpn-vgw");
    assertThat(result.rollback().again()).containsExactly(connection);
    assertThat(result.removed()).isEmpty();
    assertThat(cloud.standing.get(connection).body()).isEqualTo(before);
    assertThat(events).contains(new EngineEvent.RollingBack(connection));
    assertThat(run().isComplete()).isTrue();
  }

  @Test
  void whatCannotBeMadeAnewIsMadeAsItWas() throws InterruptedException {
    Map<String, Object> before = cloud.standing.get(gateway()).body();
    cloud.whileApplying =
        key -> {
          boolean created = key.equals(gateway()) && !cloud.standing.containsKey(key);
          if (created && cloud.applied.stream().filter(key::equals).count() == 1) {
            throw FakeCloud.failure(Kind.FAILED, "AllocationFailed");
          }
        };
    EngineResult result = run();
    assertThat(result.failures()).containsOnlyKeys(gateway());
    assertThat(result.rollback().again())
        .containsExactlyInAnyOrder(gateway(), find("ra-vpn-cn").key());
    assertThat(cloud.standing.get(gateway()).body()).isEqualTo(before);
  }

  @Test
  void aTunnelWhoseKeyNobodyKnowsIsNamed() throws InterruptedException {
    ResourceKey other =
        new ResourceKey("sub", "ra-rg", ResourceType.CONNECTION, "somebody-elses-cn");
    stand(
        other,
        Map.of(
            "properties",
            Map.of(
                "connectionType",
                "IPsec",
                "virtualNetworkGateway1",
                Map.of("id", gateway().id()))));
    cloud.fail(gateway(), FakeCloud.failure(Kind.REFUSED, "GatewayInUse"));
    Plan plan =
        new Planner()
            .plan(
                desired,
                new ActualState(
                    cloud.standing.values(),
                    Map.of(gateway().comparableId(), cloud.connectionsOf(gateway()))));
    EngineResult result = new Engine(cloud, options, events::add).run(plan);
    assertThat(result.rollback().again()).containsExactly(find("ra-vpn-cn").key());
    assertThat(result.rollback().missing())
        .containsExactly(Map.entry(other, "its shared key is not known here"));
  }

  @Test
  void nothingIsRemovedBeforeWhatItsSuccessorNeeds() throws InterruptedException {
    ResourceKey address = find("ra-vpn-vgw-pip").key();
    cloud.standing.remove(address);
    cloud.fail(address, FakeCloud.failure(Kind.REFUSED, "PublicIPCountLimitReached"));
    assertThat(run().failures()).containsOnlyKeys(address);
    assertThat(cloud.deleted).isEmpty();
  }

  @Test
  void whatIsMadeAnewIsTriedAgainInItsNewForm() throws InterruptedException {
    cloud.whileApplying =
        key -> {
          if (key.equals(gateway()) && !cloud.standing.containsKey(key) && order.isEmpty()) {
            order.add("refused once");
            throw FakeCloud.failure(Kind.BUSY, "RetryableError");
          }
        };
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.applied.stream().filter(gateway()::equals)).hasSize(2);
  }

  @Test
  void whatAnotherBuildMadeAnewMeanwhileIsTaken() throws InterruptedException {
    cloud.whileReading =
        key -> {
          if (key.equals(gateway()) && cloud.deleted.contains(gateway())) {
            stand(key, find("ra-vpn-vgw").body());
          }
        };
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.applied).doesNotContain(gateway());
  }

  @Test
  void aBusyRemovalIsTriedAgainUnlessTheResourceIsGone() throws InterruptedException {
    ResourceKey connection = find("ra-vpn-cn").key();
    cloud.fail(connection, FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress"));
    cloud.fail(gateway(), FakeCloud.failure(Kind.UNREACHABLE, "ConnectionLost"));
    cloud.whileReading =
        key -> {
          if (key.equals(gateway())) {
            cloud.standing.remove(key);
          }
        };
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.deleted.stream().filter(connection::equals)).hasSize(2);
    assertThat(cloud.deleted.stream().filter(gateway()::equals)).hasSize(1);
  }

  @Test
  void whatIsStillInUseForAMomentAfterARemovalIsTriedAgain() throws InterruptedException {
    whileMadeAnew(FakeCloud.failure(Kind.REFUSED, "PublicIPAddressInUse"), 3);
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.applied.stream().filter(gateway()::equals)).hasSize(4);
  }

  @Test
  void whatStaysInUseIsAFailure() throws InterruptedException {
    whileMadeAnew(FakeCloud.failure(Kind.REFUSED, "InUseSubnetCannotBeUpdated"), 100);
    EngineResult result = run();
    assertThat(result.failures()).containsOnlyKeys(gateway());
    assertThat(cloud.applied.stream().filter(gateway()::equals)).hasSize(11);
    assertThat(result.rollback().again()).isEmpty();
    assertThat(result.rollback().missing())
        .containsOnlyKeys(gateway(), find("ra-vpn-cn").key())
        .containsEntry(
            gateway(),
            "(InUseSubnetCannotBeUpdated) it said InUseSubnetCannotBeUpdated [request id req-1]");
  }

  @Test
  void whatIsInUseWithoutAnyRemovalIsAFailureAtOnce() throws InterruptedException {
    cloud.standing.clear();
    cloud.fail(gateway(), FakeCloud.failure(Kind.REFUSED, "PublicIPAddressInUse"));
    assertThat(run().failures()).containsOnlyKeys(gateway());
    assertThat(cloud.applied.stream().filter(gateway()::equals)).hasSize(1);
  }

  private void whileMadeAnew(CloudException refusal, int times) {
    cloud.whileApplying =
        key -> {
          if (key.equals(gateway())
              && !cloud.standing.containsKey(key)
              && cloud.applied.stream().filter(key::equals).count() <= times) {
            throw refusal;
          }
        };
  }
}

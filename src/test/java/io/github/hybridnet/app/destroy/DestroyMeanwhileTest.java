package io.github.hybridnet.app.destroy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.StandingNetwork;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do while a network is being removed, which takes an hour. */
class DestroyMeanwhileTest {
  private static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "ra-rg");
  private static final ResourceKey VPN = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
  private static final ResourceKey CONNECTION = key(ResourceType.CONNECTION, "ra-vpn-cn");
  private static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "ra-erc");
  private static final ResourceKey NETWORK = key(ResourceType.VIRTUAL_NETWORK, "ra-vnet");
  private static final ResourceKey SECURITY = key(ResourceType.NETWORK_SECURITY_GROUP, "ra-nsg");

  @TempDir private Path directory;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "ra-rg", type, name);
  }

  @BeforeEach
  void everythingStands() {
    StandingNetwork.declared().forEach(d -> stand(d.key(), d.body(), Map.of()));
    provider("NotProvisioned");
  }

  private void stand(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    cloud.fake.standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  private ActualResource standing(ResourceKey key) {
    return cloud.fake.standing.get(key);
  }

  private void provider(String state) {
    Map<String, Object> observed =
        Map.of("serviceProviderProvisioningState", state, "serviceKey", "key-1");
    stand(CIRCUIT, standing(CIRCUIT).body(), observed);
  }

  private void providerIsDoneAfterTenMinutes() {
    provider("Provisioned");
    cloud.fake.whileReading =
        key -> {
          if (key.equals(CIRCUIT) && now.get().isAfter(Instant.EPOCH.plusSeconds(600))) {
            provider("NotProvisioned");
          }
        };
  }

  private void run(@Nullable String confirmed, @Nullable Duration providerWait)
      throws InterruptedException {
    EngineOptions options =
        EngineOptions.timed(now::get, d -> now.updateAndGet(i -> i.plus(d)), Duration.ofHours(1));
    OutputsPublisher outputsPublisher = new OutputsPublisher(directory, (name, value) -> {}, out);
    new DestroyGoal(cloud, options, out, outputsPublisher)
        .run(
            StandingNetwork.DECLARED,
            new DestroyGoal.Request(
                new Confirmation(confirmed, false, false), false, providerWait));
  }

  @Test
  void aCircuitThatTheProviderGivesUpIsNotRemovedUnconfirmed() throws Exception {
    cloud.fake.standing.keySet().retainAll(List.of(CIRCUIT, GROUP));
    providerIsDoneAfterTenMinutes();
    run(null, Duration.ofHours(1));
    assertThat(out.lines()).last().asString().startsWith("INFO Preview: nothing was changed.");
    assertThat(now.get()).isEqualTo(Instant.EPOCH);
    assertThat(cloud.fake.deleted).isEmpty();
  }

  @Test
  void oneAnswerThatDoesNotShowTheCircuitEndsNoWait() throws Exception {
    providerIsDoneAfterTenMinutes();
    AtomicReference<ActualResource> away = new AtomicReference<>();
    Consumer<ResourceKey> provider = cloud.fake.whileReading;
    cloud.fake.whileReading =
        key -> {
          boolean waiting = key.equals(CIRCUIT) && cloud.fake.deleted.contains(VPN);
          if (waiting && away.get() == null) {
            away.set(cloud.fake.standing.remove(CIRCUIT));
          } else if (waiting) {
            cloud.fake.standing.putIfAbsent(CIRCUIT, away.get());
            provider.accept(key);
          }
        };
    run("ra-rg", Duration.ofHours(1));
    assertThat(cloud.fake.deleted).contains(CIRCUIT, GROUP);
    assertThat(now.get()).isAfter(Instant.EPOCH.plusSeconds(600));
  }

  @Test
  void whatAnotherBuildMakesAnewKeepsTheGroup() throws Exception {
    ActualResource again = standing(VPN);
    cloud.fake.whileApplying =
        key -> {
          if (key.equals(NETWORK)) {
            stand(VPN, again.body(), Map.of());
          }
        };
    run("ra-rg", null);
    assertThat(cloud.fake.standing).containsOnlyKeys(VPN, GROUP);
  }

  @Test
  void whatTheServiceStillListsThoughItIsGoneDoesNotKeepTheGroup() throws Exception {
    cloud.fake.stillListed.add(VPN);
    run("ra-rg", null);
    assertThat(cloud.fake.standing).isEmpty();
  }

  @Test
  void aSubnetThatSomebodyAddsKeepsTheNetwork() {
    Map<String, Object> theirs =
        Map.of("properties", Map.of("subnets", List.of(Map.of("name", "theirs"))));
    cloud.fake.whileApplying =
        key -> {
          if (key.equals(CONNECTION)) {
            stand(NETWORK, BodyMerge.merge(standing(NETWORK).body(), theirs), Map.of());
          }
        };
    assertThatThrownBy(() -> run("ra-rg", null))
        .hasMessageStartingWith("HN4032")
        .hasMessageContaining(
            "virtual network ra-vnet: (AddedMeanwhile) not removed, because somebody else added"
                + " this to the resource during this run: theirs");
    assertThat(cloud.fake.standing).containsOnlyKeys(NETWORK, SECURITY, GROUP);
    assertThat(cloud.fake.deleted).doesNotContain(NETWORK);
  }

  @Test
  void aCircuitThatOtherNetworksOfTheSubscriptionUseKeepsItsPeerings() {
    ResourceKey peering = key(ResourceType.PEERING, "ra-erc/AzurePrivatePeering");
    ResourceKey theirs = new ResourceKey("sub", "their-rg", ResourceType.CONNECTION, "their-cn");
    stand(theirs, Map.of("properties", Map.of("peer", Map.of("id", CIRCUIT.id()))), Map.of());
    provider("Provisioned");
    assertThatThrownBy(() -> run("ra-rg", null))
        .hasMessageStartingWith("HN4031")
        .hasMessageContaining("ExpressRoute circuit ra-erc");
    assertThat(cloud.fake.standing).containsOnlyKeys(theirs, peering, CIRCUIT, GROUP);
    assertThat(out.lines())
        .anyMatch(l -> l.contains("connection 'their-cn' in resource group 'their-rg'"));
  }

  @Test
  void afterTheFirstRemovalNobodySaysThatNothingWasChanged() {
    providerIsDoneAfterTenMinutes();
    cloud.fake.whileReading =
        key -> {
          if (key.equals(CIRCUIT) && now.get().isAfter(Instant.EPOCH)) {
            throw FakeCloud.failure(CloudException.Kind.REFUSED, "Odd");
          }
        };
    assertThatThrownBy(() -> run("ra-rg", Duration.ofHours(1)))
        .hasMessageStartingWith("HN4011")
        .hasMessageNotContaining("othing was changed");
    assertThat(cloud.fake.deleted).contains(VPN);
  }

  @Test
  void resultsThatCannotForgetDoNotSayThatWhatWasDeployedStands() throws Exception {
    Files.createDirectory(directory.resolve("outputs.json"));
    assertThatThrownBy(() -> run("ra-rg", null))
        .hasMessageStartingWith("HN4013")
        .hasMessageEndingWith(". The removed resources stay removed");
    assertThat(cloud.fake.standing).isEmpty();
  }
}

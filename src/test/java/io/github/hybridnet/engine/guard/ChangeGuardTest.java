package io.github.hybridnet.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.SettledResourceReader;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked before a plan, and what its answers mean. */
class ChangeGuardTest {
  private static final String CERTIFICATE_OF_2019 =
      "MIIBNTCB3KADAgECAgkA4xQfY6dfjxcwCgYIKoZIzj0EAwIwDzENMAsGA1UEAxMEcm9vdDAeFw0xOTAx"
          + "MDEwMDAwMDBaFw0yMDAxMDEwMDAwMDBaMA8xDTALBgNVBAMTBHJvb3QwWTATBgcqhkjOPQIBBggqhkjO"
          + "PQMBBwNCAATl7ewM2vaflQqkDBD1Sb3hAZw9LUqNi3o+pqoGjjaqCX/0NWb5zWVUsDAt1nvzG6kOrYsp"
          + "2fQlwY3uK8BZ84wVoyEwHzAdBgNVHQ4EFgQUbRJmcpbe07Lowz5E1Y1ldDh9VewwCgYIKoZIzj0EAwID"
          + "SAAwRQIhAOzrjGwMJXqEfrrEFvVDv3op5t5+0KWG5mmUdYhUFhPeAiAOF5ntKRTPwhEu2n0wzBjXL1dE"
          + "JRaA/29TxfoOzoUrZg==";

  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));
  private static final ResourceKey GROUP =
      new ResourceKey("sub", "ra-rg", ResourceType.RESOURCE_GROUP, "ra-rg");
  private static final String NETWORK = "Microsoft.Network/";

  private final FakeCloud cloud = new FakeCloud();
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);
  private final Answers answers = new Answers();
  private final List<EngineEvent> told = new CopyOnWriteArrayList<>();
  private volatile Instant now = Instant.EPOCH;

  /** What the cloud answers. */
  private static final class Answers implements ChangeGuardClient {
    List<ManagementLock> locks = List.of();
    @Nullable CloudException failure;
    Function<List<NewResource>, Optional<PreflightRefusal>> preflight = r -> Optional.empty();
    final Map<ResourceKey, List<String>> asked = new java.util.concurrent.ConcurrentHashMap<>();
    final List<List<String>> preflights = new ArrayList<>();

    private void failIfTold() {
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public List<ManagementLock> locks(ResourceKey scope) {
      failIfTold();
      return locks;
    }

    @Override
    public List<String> lacking(ResourceKey scope, List<String> actions) {
      asked.put(scope, actions);
      return List.of();
    }

    @Override
    public Optional<PreflightRefusal> preflight(ResourceKey group, List<NewResource> resources) {
      preflights.add(resources.stream().map(r -> r.key().name()).toList());
      return preflight.apply(resources);
    }
  }

  private void everythingStands() {
    desired.forEach(d -> stand(d.key(), d.body(), "Succeeded"));
  }

  private void stand(ResourceKey key, Map<String, Object> body, String state) {
    cloud.standing.put(key, new ActualResource(key, null, state, body, Map.of()));
  }

  private DeclaredResource find(String name) {
    return desired.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  /** A plan that makes the VPN gateway anew. */
  private GuardedWork replacement() {
    everythingStands();
    DeclaredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> other = Map.of("properties", Map.of("sku", Map.of("name", "Basic")));
    stand(gateway.key(), BodyMerge.merge(gateway.body(), other), "Succeeded");
    return work();
  }

  private GuardedWork work() {
    Plan plan =
        new Planner()
            .plan(
                desired,
                new ActualState(
                    cloud.standing.values(),
                    Map.of(
                        find("ra-vpn-vgw").key().comparableId(),
                        cloud.connectionsOf(find("ra-vpn-vgw").key()))));
    return GuardedPlan.of(plan);
  }

  private List<GuardObjection> objections(GuardedWork work) throws InterruptedException {
    return new ChangeGuard(cloud, answers, Duration.ofMinutes(1)).objections(work);
  }

  @Test
  void aGatewayThatIsMadeAnewTakesItsRootCertificatesAlong() throws InterruptedException {
    everythingStands();
    DeclaredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> root =
        Map.of("name", "staff", "properties", Map.of("publicCertData", CERTIFICATE_OF_2019));
    Map<String, Object> other =
        Map.of(
            "properties",
            Map.of(
                "sku",
                Map.of("name", "Basic"),
                "vpnClientConfiguration",
                Map.of(
                    "vpnClientAddressPool",
                    Map.of("addressPrefixes", List.of("172.16.0.0/24")),
                    "vpnClientRootCertificates",
                    List.of(root))));
    stand(gateway.key(), BodyMerge.merge(gateway.body(), other), "Succeeded");
    ChangeGuard guard =
        new ChangeGuard(cloud, answers, Duration.ofMinutes(1))
            .withCertificates(() -> Instant.parse("2020-02-01T00:00:00Z"));

    assertThat(guard.objections(work()))
        .singleElement()
        .satisfies(o -> assertThat(o.stops(true)).isTrue())
        .satisfies(o -> assertThat(o.text()).contains("root certificate 'staff'", "2020-01-01"));
  }

  private GuardedWork connectionWith(String declared, String shown, Map<String, Object> use) {
    DeclaredResource connection = find("ra-er-cn");
    Map<String, Object> key = Map.of("authorizationKey", Secret.of(declared, Secret.Source.FILE));
    ResourceKey circuit = new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");
    Map<String, Object> authorization =
        Map.of(
            "name",
            "theirs",
            "properties",
            Map.of("authorizationKey", Secret.of(shown, Secret.Source.CLOUD)));
    cloud.standing.put(
        circuit,
        new ActualResource(
            circuit,
            null,
            "Succeeded",
            Map.of("properties", Map.of("authorizations", List.of(authorization))),
            Map.of(ResourceUsers.AUTHORIZATIONS, List.of(use))));
    NewResource made =
        new NewResource(
            connection.key(),
            BodyMerge.merge(connection.body(), Map.of("properties", key)),
            List.of());
    return new GuardedWork(
        new RequiredAccess(Map.of(), Set.of(), Set.of(), Set.of()),
        Set.of(),
        List.of(new GuardedWork.PlannedCreation(made, true, List.of())),
        Duration.ofMinutes(1),
        true);
  }

  private static Map<String, Object> use(String status, String connection) {
    return Map.of("name", "Theirs", "useStatus", status, "connection", connection);
  }

  /** Azure looks at the key when the old connection is gone. */
  @Test
  void aKeyThatCannotBeRedeemedIsRefusedBeforeTheConnectionIsRemoved() throws Exception {
    String own = find("ra-er-cn").key().id();
    assertThat(objections(connectionWith("key", "key", use("Available", "")))).isEmpty();
    String shouted = own.toUpperCase(Locale.ROOT);
    assertThat(objections(connectionWith("key", "key", use("InUse", shouted)))).isEmpty();
    assertThat(objections(connectionWith("key", "key", use("InUse", "")))).isEmpty();
    String theirs = "/subscriptions/o/connections/theirs";
    assertThat(objections(connectionWith("other", "key", use("Available", ""))))
        .singleElement()
        .satisfies(
            guardObjection -> {
              assertThat(guardObjection.kind()).isEqualTo(GuardObjection.Kind.REFUSED);
              assertThat(guardObjection.text())
                  .isEqualTo(
                      "The circuit has no authorization with the authorizationKey of the parameter"
                          + " files that is free or used by the connection 'ra-er-cn'.");
            });
    assertThat(objections(connectionWith("key", "key", use("InUse", theirs)))).hasSize(1);

    GuardedWork wrong = connectionWith("other", "key", use("Available", ""));
    cloud.whileReading =
        key -> {
          throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
        };
    assertThat(objections(wrong)).isEmpty();
    cloud.whileReading =
        key -> {
          throw FakeCloud.failure(Kind.UNREACHABLE, "NoAnswer");
        };
    assertThat(objections(wrong))
        .singleElement()
        .satisfies(o -> assertThat(o.kind()).isEqualTo(GuardObjection.Kind.NO_ANSWER));
  }

  @Test
  void subnetsThatAreWrittenNeedARightOfTheirOwn() throws InterruptedException {
    everythingStands();
    DeclaredResource network = find("ra-vnet");
    Map<String, Object> standing =
        Map.of("location", "westus2", "properties", Map.of("subnets", List.of()));
    stand(network.key(), standing, "Succeeded");

    assertThat(objections(work())).isEmpty();

    assertThat(answers.asked.get(network.key()))
        .contains(NETWORK + "virtualNetworks/write", NETWORK + "virtualNetworks/subnets/write");
  }

  @Test
  void aReplacementNeedsRightsToEachOperation() throws InterruptedException {
    assertThat(objections(replacement())).isEmpty();
    assertThat(answers.asked)
        .containsEntry(find("ra-vpn-vgw").key(), List.of(NETWORK + "virtualNetworkGateways/delete"))
        .containsEntry(find("ra-vpn-cn").key(), List.of(NETWORK + "connections/delete"))
        .containsEntry(
            GROUP, List.of(NETWORK + "virtualNetworkGateways/write", NETWORK + "connections/write"))
        .containsEntry(
            find("ra-vpn-vgw-pip").key(), List.of(NETWORK + "publicIPAddresses/join/action"))
        .containsEntry(
            find("ra-vnet").key(), List.of(NETWORK + "virtualNetworks/subnets/join/action"));
  }

  @Test
  void aLockOnAPartOrAboveForbidsARemoval() throws InterruptedException {
    GuardedWork work = replacement();
    ResourceKey gateway = find("ra-vpn-vgw").key();
    for (String scope :
        List.of("/subscriptions/SUB", GROUP.id(), gateway.id(), gateway.id() + "/natRules/one")) {
      answers.locks = List.of(new ManagementLock("keep", "CanNotDelete", scope));
      assertThat(objections(work))
          .singleElement()
          .satisfies(o -> assertThat(o.kind()).isEqualTo(GuardObjection.Kind.REFUSED))
          .satisfies(
              o ->
                  assertThat(o.text())
                      .contains("removing the virtual network gateway 'ra-vpn-vgw'"))
          .satisfies(o -> assertThat(o.fix()).endsWith(scope + LOCK));
    }
    answers.locks = List.of(new ManagementLock("keep", "CanNotDelete", gateway.id() + "2"));
    assertThat(objections(work)).isEmpty();
  }

  private static final String LOCK = "/providers/Microsoft.Authorization/locks/keep";

  @Test
  void aLockWhoseLevelNobodyKnowsForbidsWrites() throws InterruptedException {
    cloud.standing.clear();
    stand(GROUP, Map.of("location", "westus2"), "Succeeded");
    answers.locks = List.of(new ManagementLock("keep", "CanNotDelete", GROUP.id()));
    assertThat(objections(work())).isEmpty();
    answers.locks = List.of(new ManagementLock("keep", "DoNotTouch", GROUP.id()));
    assertThat(objections(work()))
        .singleElement()
        .satisfies(o -> assertThat(o.stops(false)).isTrue());
  }

  @Test
  void noAnswerAStrangeOneAndAnEmptyOneDiffer() throws InterruptedException {
    GuardedWork work = replacement();
    answers.locks = List.of();
    assertThat(objections(work)).isEmpty();
    answers.failure = failure(Kind.UNAUTHORIZED, "AuthorizationFailed", 403);
    assertThat(objections(work))
        .allSatisfy(o -> assertThat(o.kind()).isEqualTo(GuardObjection.Kind.NOT_ALLOWED))
        .allSatisfy(o -> assertThat(o.fix()).contains("Microsoft.Authorization/locks/read"));
    answers.failure = failure(Kind.UNAUTHORIZED, "ExpiredAuthenticationToken", 401);
    assertThat(objections(work))
        .allSatisfy(o -> assertThat(o.kind()).isEqualTo(GuardObjection.Kind.NO_ANSWER));
    answers.failure = failure(Kind.UNREADABLE, OwnErrorCode.UNREADABLE_ANSWER, 200);
    assertThat(objections(work))
        .isNotEmpty()
        .allSatisfy(o -> assertThat(o.kind()).isEqualTo(GuardObjection.Kind.UNREADABLE))
        .allSatisfy(o -> assertThat(o.stops(true)).isTrue())
        .allSatisfy(o -> assertThat(o.stops(false)).isFalse());
  }

  private static CloudException failure(Kind kind, String code, int status) {
    return new CloudException(
        kind, code, "it said " + code, new CloudException.Answer(status, null, null), null);
  }

  @Test
  void whatStandsInItsOldFormMayBeTheReasonOfARefusal() throws InterruptedException {
    answers.preflight =
        resources ->
            resources.stream().anyMatch(r -> r.key().name().equals("ra-vpn-vgw"))
                ? Optional.of(new PreflightRefusal("GatewaySkuCannotBeChanged", "Resize it."))
                : Optional.empty();
    assertThat(objections(replacement())).isEmpty();
    assertThat(answers.preflights)
        .containsExactly(
            List.of("ra-vpn-vgw", "ra-vpn-cn"), List.of("ra-vpn-vgw-anew", "ra-vpn-cn-anew"));
  }

  @Test
  void aPolicyIsBelievedAtOnce() throws InterruptedException {
    answers.preflight =
        r ->
            Optional.of(
                new PreflightRefusal(
                    "InvalidTemplateDeployment", "See. RequestDisallowedByPolicy: not here"));
    assertThat(objections(replacement()))
        .singleElement()
        .satisfies(o -> assertThat(o.kind()).isEqualTo(GuardObjection.Kind.REFUSED))
        .satisfies(
            o ->
                assertThat(o.text())
                    .isEqualTo(
                        "Azure would refuse what would be created in the resource group 'ra-rg':"
                            + " (InvalidTemplateDeployment) See. RequestDisallowedByPolicy: not"
                            + " here"));
    assertThat(answers.preflights).hasSize(1);
  }

  @Test
  void theOtherFormIsAskedForWhereThePlanHasOne() throws InterruptedException {
    stand(GROUP, Map.of("location", "westus2"), "Succeeded");
    answers.preflight =
        resources ->
            resources.stream().anyMatch(r -> r.key().name().equals("ra-er-vgw-pip"))
                ? Optional.empty()
                : Optional.of(
                    new PreflightRefusal(
                        "InvalidTemplateDeployment", "PublicIpForGatewayIsRequired: add one"));
    assertThat(objections(work())).isEmpty();
  }

  /** Azure names one reason at a time. */
  @Test
  void otherFormsAreAskedForOneAfterTheOther() throws InterruptedException {
    stand(GROUP, Map.of("location", "westus2"), "Succeeded");
    answers.preflight =
        resources -> {
          if (resources.stream().anyMatch(r -> r.body().containsKey("zones"))) {
            return Optional.of(new PreflightRefusal("LocationNotSupportAvailabilityZones", "No."));
          }
          return resources.stream().anyMatch(r -> r.key().name().equals("ra-er-vgw-pip"))
              ? Optional.empty()
              : Optional.of(new PreflightRefusal("PublicIpForGatewayIsRequired", "Add one."));
        };
    assertThat(objections(work())).isEmpty();
  }

  @Test
  void aFormThatIsRefusedToTheEndIsTold() throws InterruptedException {
    stand(GROUP, Map.of("location", "westus2"), "Succeeded");
    answers.preflight =
        r -> Optional.of(new PreflightRefusal("PublicIpForGatewayIsRequired", "Add one."));
    assertThat(objections(work()))
        .singleElement()
        .satisfies(o -> assertThat(o.text()).endsWith("(PublicIpForGatewayIsRequired) Add one."));
  }

  @Test
  void whatSomebodyElseIsChangingIsLeftAlone() throws InterruptedException {
    GuardedWork work = replacement();
    stand(find("ra-vpn-cn").key(), find("ra-vpn-cn").body(), "Updating");
    assertThat(objections(work))
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.text())
                    .isEqualTo(
                        "An operation is still running in Azure: connection 'ra-vpn-cn' is"
                            + " 'Updating'."));
  }

  @Test
  void whatIsOnlyUsedIsWaitedFor() throws InterruptedException {
    GuardedWork work = replacement();
    DeclaredResource network = find("ra-vnet");
    stand(network.key(), network.body(), "Updating");
    AtomicInteger pauses = new AtomicInteger();
    Sleeper sleeper =
        pause -> {
          if (pauses.incrementAndGet() == 2) {
            stand(network.key(), network.body(), "Succeeded");
          }
        };

    assertThat(waiting(work, sleeper)).isEmpty();

    assertThat(pauses).hasValue(2);
    assertThat(told).containsExactly(new EngineEvent.WaitingForOther(network.key(), "Updating"));
  }

  @Test
  void whatDoesNotComeToRestOrIsToBeRemovedIsLeftAlone() throws InterruptedException {
    GuardedWork work = replacement();
    stand(find("ra-vnet").key(), find("ra-vnet").body(), "Updating");
    stand(find("ra-vpn-cn").key(), find("ra-vpn-cn").body(), "Updating");

    assertThat(waiting(work, pause -> now = now.plus(pause)))
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.text())
                    .isEqualTo(
                        "An operation is still running in Azure: connection 'ra-vpn-cn' is"
                            + " 'Updating', virtual network 'ra-vnet' is 'Updating'."));

    assertThat(Duration.between(Instant.EPOCH, now))
        .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
    assertThat(told)
        .containsExactly(new EngineEvent.WaitingForOther(find("ra-vnet").key(), "Updating"));
  }

  private List<GuardObjection> waiting(GuardedWork work, Sleeper sleeper)
      throws InterruptedException {
    EngineOptions options = EngineOptions.timed(() -> now, sleeper, Duration.ofHours(1));
    SettledResourceReader settled = new SettledResourceReader(cloud, options, told::add);
    return ChangeGuard.waiting(cloud, answers, settled).objections(work);
  }

  @Test
  void aSignInMustOutlastTheWork() throws InterruptedException {
    GuardedWork work = replacement();
    assertThat(signedIn(work, SignInLifetime.renewable("it has a secret"))).isEmpty();
    assertThat(signedIn(work, SignInLifetime.endsAt(Instant.EPOCH.plusSeconds(7200), "job")))
        .isEmpty();
    assertThat(signedIn(work, SignInLifetime.endsAt(Instant.EPOCH.plusSeconds(600), "job")))
        .singleElement()
        .satisfies(o -> assertThat(o.stops(true)).isTrue())
        .satisfies(
            o ->
                assertThat(o.text())
                    .startsWith("This sign-in ends at 00:10 UTC (job), and the work may take "));
    assertThat(
            signedIn(work, SignInLifetime.unknownAfter(Instant.EPOCH.plusSeconds(600), "a file")))
        .singleElement()
        .satisfies(o -> assertThat(o.stops(true)).isFalse());
  }

  private List<GuardObjection> signedIn(GuardedWork work, SignInLifetime term)
      throws InterruptedException {
    return new ChangeGuard(cloud, answers, Duration.ofMinutes(1))
        .withSignIn(() -> term, () -> Instant.EPOCH)
        .objections(work);
  }

  @Test
  void onlyRemovalsBillsAndWiderCircuitsCannotBeTakenBack() {
    everythingStands();
    assertThat(work().irreversible()).isFalse();
    cloud.standing.remove(find("ra-vpn-cn").key());
    assertThat(work().irreversible()).isFalse();
    cloud.standing.remove(find("ra-vpn-vgw").key());
    assertThat(work().irreversible()).isTrue();
  }
}

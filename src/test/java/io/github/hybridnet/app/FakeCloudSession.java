package io.github.hybridnet.app;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.FakeViews;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A session with a fake cloud. */
public final class FakeCloudSession implements CloudSession {
  public String name = "azure";
  public final FakeCloud fake = new FakeCloud();
  public UnaryOperator<Secret> vault =
      secret -> Secret.of("from the vault", Secret.Source.KEY_VAULT);
  SignInLifetime term = SignInLifetime.renewable("it has a client secret");
  public Supplier<Optional<List<String>>> zones = () -> Optional.of(List.of("1", "2", "3"));
  public final FakeViews views = new FakeViews();
  public final FakeDrills drills = new FakeDrills();

  @Override
  public String name() {
    return name;
  }

  @Override
  public String endpoint() {
    return "https://management.azure.com";
  }

  @Override
  public String subscriptionId() {
    return "sub";
  }

  @Override
  public List<String> banner() {
    return List.of();
  }

  @Override
  public SignInLifetime signIn() {
    return term;
  }

  @Override
  public CloudClient cloud() {
    return fake;
  }

  @Override
  public Optional<List<String>> zonesOf(Region region) {
    return zones.get();
  }

  @Override
  public GatewayRoutingClient views() {
    return views;
  }

  @Override
  public ChangeGuardClient questions() {
    return drills;
  }

  @Override
  public DrillCloud drills() {
    return drills;
  }

  @Override
  public InsideViews inside() {
    throw new UnsupportedOperationException("No test asks from inside.");
  }

  @Override
  public Secret resolve(Secret secret) {
    return secret.reference().isPresent() ? vault.apply(secret) : secret;
  }

  @Override
  public void close() {}

  /** Lets the network have a peering that somebody else made, whose sides differ. */
  @SuppressWarnings("unchecked")
  public void putPeeringOutOfStep() {
    ResourceKey key = new ResourceKey("sub", "ra-rg", ResourceType.VIRTUAL_NETWORK, "ra-vnet");
    ActualResource standing = fake.standing.get(key);
    Map<String, Object> properties =
        new LinkedHashMap<>((Map<String, Object>) standing.body().get("properties"));
    properties.put(
        "virtualNetworkPeerings",
        List.of(
            Map.of(
                "name", "to-spoke", "properties", Map.of("peeringSyncLevel", "LocalNotInSync"))));
    Map<String, Object> body = new LinkedHashMap<>(standing.body());
    body.put("properties", properties);
    fake.standing.put(key, new ActualResource(key, null, "Succeeded", body, standing.observed()));
  }
}

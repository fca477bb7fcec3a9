package io.github.hybridnet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Copies of a network. */
class HybridNetworkTest {
  private static final Secret OLD = Secret.of("old", Secret.Source.FILE);

  private static HybridNetwork network() {
    HybridNetwork full = FullNetwork.network();
    GatewayDeclaration expressRoute = Objects.requireNonNull(full.expressRoute());
    return full.withGateways(
        full.vpn(),
        expressRoute.withConnections(
            List.of(expressRoute.connections().get(0).withSecrets(null, OLD))));
  }

  /** A secret that is forgotten would stay a reference to a Key Vault that nobody resolves. */
  @Test
  void mapSecretsReplacesEachSecretOfTheModel() {
    Set<String> declarable = new TreeSet<>();
    addPlaces(HybridNetwork.class, declarable);
    Map<String, Secret> before = secrets(network());

    Map<String, Secret> after =
        secrets(network().mapSecrets(secret -> Secret.of("new", Secret.Source.CLOUD)));

    assertThat(before.keySet()).as("the network has a secret of each kind").isEqualTo(declarable);
    assertThat(after.keySet()).isEqualTo(declarable);
    assertThat(after.values()).allSatisfy(secret -> assertThat(secret.reveal()).isEqualTo("new"));
  }

  @Test
  void mapSecretsLeavesTheRestAsItIs() {
    HybridNetwork network = network();

    assertThat(network.mapSecrets(secret -> secret)).isEqualTo(network);
  }

  @Test
  void withResourceGroupChangesTheGroupAlone() {
    HybridNetwork network = network();

    HybridNetwork moved = network.withResourceGroup("other-rg");

    assertThat(moved.resourceGroup()).isEqualTo("other-rg");
    assertThat(moved.withResourceGroup(network.resourceGroup())).isEqualTo(network);
  }

  /** The components of records that hold secrets, as in {@code Peering.sharedKey}. */
  private static void addPlaces(Type type, Set<String> places) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        addPlaces(argument, places);
      }
    } else if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        if (component.getType() == Secret.class) {
          places.add(place(component));
        }
        addPlaces(component.getGenericType(), places);
      }
    }
  }

  private static Map<String, Secret> secrets(Object root) {
    Map<String, Secret> secrets = new TreeMap<>();
    addSecrets(root, secrets);
    return secrets;
  }

  private static void addSecrets(@Nullable Object value, Map<String, Secret> secrets) {
    if (value instanceof List<?> list) {
      list.forEach(element -> addSecrets(element, secrets));
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Object member = member(component, value);
        if (member instanceof Secret secret) {
          secrets.put(place(component), secret);
        }
        addSecrets(member, secrets);
      }
    }
  }

  private static @Nullable Object member(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String place(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }
}

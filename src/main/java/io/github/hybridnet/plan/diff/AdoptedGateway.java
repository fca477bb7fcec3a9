package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.GatewayAddresses;
import io.github.hybridnet.arm.PointToSiteClients;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.plan.declared.DeclaredPublicIp;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which actual IP configuration of a gateway is which declared one. */
final class AdoptedGateway {
  private static final String LIST = "ipConfigurations";
  private static final String ADDRESS = "publicIPAddress";

  private final DeclaredResource gateway;
  private final ActualResource actualGateway;
  private final List<MatchedConfiguration> matches = new ArrayList<>();

  /**
   * One IP configuration, as declared and in Azure.
   *
   * @param element as declared
   * @param declared its public address, or null where none is declared
   * @param actual as Azure has it, or null where it is to be added
   */
  record MatchedConfiguration(
      Map<String, Object> element,
      @Nullable DeclaredPublicIp declared,
      @Nullable Map<String, Object> actual) {
    /** The id of the public address that it shall have, empty for none. */
    String address() {
      String found = actual == null ? "" : GatewayAddresses.idOf(actual);
      boolean keeps = declared == null || (!declared.isNamed() && !found.isEmpty());
      return keeps ? found : GatewayAddresses.idOf(element);
    }
  }

  /**
   * Fits a declared gateway.
   *
   * @param addresses finds a declared address by its id
   */
  AdoptedGateway(
      DeclaredResource gateway,
      ActualResource actualGateway,
      Function<String, Optional<DeclaredPublicIp>> addresses) {
    this.gateway = gateway;
    this.actualGateway = actualGateway;
    List<Map<String, Object>> declared = ChildResources.elements(gateway.body(), LIST);
    List<Map<String, Object>> free =
        new ArrayList<>(ChildResources.elements(actualGateway.body(), LIST));
    Map<Integer, Map<String, Object>> found = new LinkedHashMap<>();
    for (int i = 0; i < declared.size(); i++) {
      String address = GatewayAddresses.idOf(declared.get(i));
      int index = i;
      take(free, s -> !address.isEmpty() && GatewayAddresses.idOf(s).equalsIgnoreCase(address))
          .ifPresent(s -> found.put(index, s));
    }
    for (int i = 0; i < declared.size(); i++) {
      Map<String, Object> actual = found.get(i);
      matches.add(
          new MatchedConfiguration(
              declared.get(i),
              addresses.apply(GatewayAddresses.idOf(declared.get(i))).orElse(null),
              actual != null ? actual : take(free, s -> true).orElse(null)));
    }
    if (PointToSiteClients.need(gateway.body(), actualGateway.body())) {
      free.forEach(s -> matches.add(new MatchedConfiguration(s, null, s)));
    }
  }

  List<MatchedConfiguration> matches() {
    return matches;
  }

  /** The declared body with the actual names and addresses. */
  Map<String, Object> body() {
    List<String> names = new ArrayList<>();
    matches.stream()
        .map(MatchedConfiguration::actual)
        .filter(Objects::nonNull)
        .map(ChildResources::name)
        .forEach(names::add);
    ChildResources.elements(actualGateway.body(), LIST).stream()
        .map(ChildResources::name)
        .forEach(names::add);
    List<Map<String, Object>> configurations = new ArrayList<>();
    for (MatchedConfiguration match : matches) {
      Map<String, Object> actual = match.actual();
      String name = actual == null ? fresh(match.element(), names) : ChildResources.name(actual);
      names.add(name);
      configurations.add(configuration(match, name));
    }
    return new ResourceBody(gateway.body()).with(configurations, "properties", LIST).members();
  }

  private static Map<String, Object> configuration(MatchedConfiguration match, String name) {
    ResourceBody properties = new ResourceBody(match.element()).properties();
    if (properties.value(ADDRESS) != null) {
      properties = properties.with(Map.of("id", match.address()), ADDRESS);
    }
    return Map.of("name", name, "properties", properties.members());
  }

  private static String fresh(Map<String, Object> element, List<String> taken) {
    return Stream.of(ChildResources.name(element), "default", "activeActive", "activeActive2")
        .filter(name -> taken.stream().noneMatch(name::equalsIgnoreCase))
        .findFirst()
        .orElse(ChildResources.name(element));
  }

  private static Optional<Map<String, Object>> take(
      List<Map<String, Object>> free, Predicate<Map<String, Object>> wanted) {
    Optional<Map<String, Object>> found = free.stream().filter(wanted).findFirst();
    found.ifPresent(free::remove);
    return found;
  }
}

package io.github.hybridnet.plan;

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

/** Which IP configuration of a gateway that stands is which declared one. */
final class AdoptedGateway {
  private static final String LIST = "ipConfigurations";

  private final DesiredResource gateway;
  private final ActualResource actual;
  private final List<Place> places = new ArrayList<>();

  /**
   * One IP configuration.
   *
   * @param element as declared
   * @param declared its public address, or null where none is declared
   * @param standing as it stands, or null where it is to be added
   */
  record Place(
      Map<String, Object> element,
      @Nullable PublicAddress declared,
      @Nullable Map<String, Object> standing) {
    /** The id of the public address that it shall have, empty for none. */
    String address() {
      String found = standing == null ? "" : publicIp(standing);
      boolean keeps = declared == null || (!declared.isNamed() && !found.isEmpty());
      return keeps ? found : publicIp(element);
    }
  }

  /**
   * Fits a declared gateway.
   *
   * @param addresses finds a declared address by its id
   */
  AdoptedGateway(
      DesiredResource gateway,
      ActualResource actual,
      Function<String, Optional<PublicAddress>> addresses) {
    this.gateway = gateway;
    this.actual = actual;
    List<Map<String, Object>> declared = Parts.elements(gateway.body(), LIST);
    List<Map<String, Object>> free = new ArrayList<>(Parts.elements(actual.body(), LIST));
    Map<Integer, Map<String, Object>> found = new LinkedHashMap<>();
    for (int i = 0; i < declared.size(); i++) {
      String address = publicIp(declared.get(i));
      int place = i;
      take(free, s -> !address.isEmpty() && publicIp(s).equalsIgnoreCase(address))
          .ifPresent(s -> found.put(place, s));
    }
    for (int i = 0; i < declared.size(); i++) {
      Map<String, Object> standing = found.get(i);
      places.add(
          new Place(
              declared.get(i),
              addresses.apply(publicIp(declared.get(i))).orElse(null),
              standing != null ? standing : take(free, s -> true).orElse(null)));
    }
    if (GatewayClients.need(gateway.body(), actual.body())) {
      free.forEach(s -> places.add(new Place(s, null, s)));
    }
  }

  List<Place> places() {
    return places;
  }

  /** The declared body with the names and the addresses that stand. */
  Map<String, Object> body() {
    List<String> names = new ArrayList<>();
    places.stream()
        .map(Place::standing)
        .filter(Objects::nonNull)
        .map(Parts::name)
        .forEach(names::add);
    Parts.elements(actual.body(), LIST).stream().map(Parts::name).forEach(names::add);
    List<Map<String, Object>> configurations = new ArrayList<>();
    for (Place place : places) {
      Map<String, Object> standing = place.standing();
      String name = standing == null ? fresh(place.element(), names) : Parts.name(standing);
      names.add(name);
      configurations.add(configuration(place, name));
    }
    Map<String, Object> properties =
        new LinkedHashMap<>(Bodies.map(gateway.body().get("properties")));
    properties.put(LIST, configurations);
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("properties", properties);
    return body;
  }

  private static Map<String, Object> configuration(Place place, String name) {
    Map<String, Object> properties =
        new LinkedHashMap<>(Bodies.map(place.element().get("properties")));
    if (properties.containsKey("publicIPAddress")) {
      properties.put("publicIPAddress", Map.of("id", place.address()));
    }
    return Map.of("name", name, "properties", properties);
  }

  private static String fresh(Map<String, Object> element, List<String> taken) {
    return Stream.of(Parts.name(element), "default", "activeActive", "activeActive2")
        .filter(name -> taken.stream().noneMatch(name::equalsIgnoreCase))
        .findFirst()
        .orElse(Parts.name(element));
  }

  private static Optional<Map<String, Object>> take(
      List<Map<String, Object>> free, Predicate<Map<String, Object>> wanted) {
    Optional<Map<String, Object>> found = free.stream().filter(wanted).findFirst();
    found.ifPresent(free::remove);
    return found;
  }

  private static String publicIp(Map<String, Object> configuration) {
    Map<String, Object> properties = Bodies.map(configuration.get("properties"));
    return Objects.toString(Bodies.map(properties.get("publicIPAddress")).get("id"), "");
  }
}

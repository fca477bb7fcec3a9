package io.github.hybridnet.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parameters that a goal must have, and what each of them changes. */
final class MojoParameters {
  /**
   * One parameter.
   *
   * @param field its name
   * @param property the property that sets it
   * @param byDefault what it is when nothing sets it
   * @param other another value
   * @param arrivals what that value changes in what the goal is asked for, as {@link MojoArrivals}
   *     names it
   * @param condition the parameter without whose other value this one changes nothing, or empty
   */
  record Parameter(
      String field,
      String property,
      String byDefault,
      String other,
      Set<String> arrivals,
      String condition) {}

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  MojoParameters with(
      String field, String property, String byDefault, String other, String... arrivals) {
    Set<String> changes = new TreeSet<>(List.of(arrivals));
    parameters.put(field, new Parameter(field, property, byDefault, other, changes, ""));
    return this;
  }

  /** A switch that is off by default. */
  MojoParameters flag(String field, String property, String... arrivals) {
    return with(field, property, "false", "true", arrivals);
  }

  /** What a parameter changes in this goal besides. */
  MojoParameters also(String field, String... arrivals) {
    parameters.get(field).arrivals().addAll(List.of(arrivals));
    return this;
  }

  /** A parameter that changes nothing unless another one has its other value. */
  MojoParameters onlyWith(String condition, String field) {
    parameters.compute(
        field,
        (name, p) ->
            new Parameter(name, p.property(), p.byDefault(), p.other(), p.arrivals(), condition));
    return this;
  }

  List<Parameter> all() {
    return new ArrayList<>(parameters.values());
  }

  Parameter get(String field) {
    return parameters.get(field);
  }

  /** The property of each field. */
  Map<String, String> properties() {
    Map<String, String> values = new TreeMap<>();
    parameters.values().forEach(p -> values.put(p.field(), p.property()));
    return values;
  }

  /** What each field holds when nothing is set. */
  Map<String, String> defaults() {
    Map<String, String> values = new TreeMap<>();
    parameters.values().forEach(p -> values.put(p.field(), p.byDefault()));
    return values;
  }

  /** What each field holds when {@link #set} has set its property. */
  Map<String, String> others() {
    Map<String, String> values = new TreeMap<>();
    parameters.values().forEach(p -> values.put(p.field(), p.other()));
    return values;
  }

  void set(Properties properties) {
    parameters.values().forEach(p -> properties.setProperty(p.property(), p.other()));
  }
}

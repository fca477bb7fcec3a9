package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody has put into a resource since it was read. */
public final class Additions {
  private Additions() {}

  /**
   * The named parts that came since.
   *
   * @param before the resource when the plan was made
   * @param now the resource as it stands
   * @return such as {@code subnets theirs}, empty when nothing was added
   */
  public static List<String> since(ActualResource before, ActualResource now) {
    List<String> added = new ArrayList<>();
    Bodies.map(now.body().get("properties"))
        .keySet()
        .forEach(
            list -> {
              List<Map<String, Object>> known = Parts.elements(before.body(), list);
              Parts.elements(now.body(), list).stream()
                  .filter(part -> part.get("name") != null)
                  .map(Parts::name)
                  .filter(name -> known.stream().map(Parts::name).noneMatch(name::equalsIgnoreCase))
                  .forEach(name -> added.add(list + " " + name));
            });
    return added;
  }
}

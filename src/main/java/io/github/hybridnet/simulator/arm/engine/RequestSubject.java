package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a request is about, whether or not it exists.
 *
 * @param kind what is addressed
 * @param resource the resource; of a collection its type and place; of a poll what the operation
 *     works on
 * @param action of an action its path, for example {@code sharedkey/reset}; else empty text
 * @param operation of a poll the operation; null if there is none of this id
 */
public record RequestSubject(
    Kind kind, Resource resource, String action, @Nullable RunningOperation operation) {

  /** The kind of thing that a request is about. */
  public enum Kind {
    RESOURCE,
    LIST,
    ACTION,
    POLL,
    OTHER
  }

  /**
   * A resource, or some of them.
   *
   * @param type canonically spelled if it is known; empty text if there is none
   * @param names the top-level resource's first
   * @param group the resource group; empty text if there is none
   */
  public record Resource(String type, List<String> names, String group) {
    static final Resource NONE = new Resource("", List.of(), "");

    public Resource {
      names = List.copyOf(names);
    }

    /** The resource or resource group of this id. */
    public static Resource of(ArmId id) {
      return id.isResource()
          ? new Resource(id.type().toString(), id.names(), id.resourceGroup())
          : new Resource(TypeName.RESOURCE_GROUPS, List.of(id.resourceGroup()), id.resourceGroup());
    }
  }

  static RequestSubject of(Kind kind, Resource resource) {
    return new RequestSubject(kind, resource, "", null);
  }
}

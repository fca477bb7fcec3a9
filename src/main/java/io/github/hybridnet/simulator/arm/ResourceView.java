package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** How the stored form of a resource looks to a client. */
@FunctionalInterface
public interface ResourceView {

  /**
   * The body to answer with.
   *
   * @param resource a copy of the stored form, which may be changed and returned
   * @param viewContext the occasion
   */
  ObjectNode show(ObjectNode resource, ViewContext viewContext);

  /**
   * Whether it depends on {@link ViewContext#now}; if not, what is shown once may be shown again.
   */
  default boolean timed() {
    return false;
  }

  /**
   * The occasion of a view.
   *
   * @param occasion why the resource is shown
   * @param apiVersion the version that the client asked for
   * @param now simulated time
   */
  record ViewContext(Occasion occasion, String apiVersion, Instant now) {

    /** Whether the client asked for this version ({@code yyyy-MM-dd}) or a later one. */
    public boolean since(String version) {
      return apiVersion.compareTo(version) >= 0;
    }
  }

  /** Why a resource is shown. */
  enum Occasion {
    /** The answer to a PUT that creates it. */
    CREATED,
    /** The answer to a PUT or PATCH of an existing one. */
    UPDATED,
    READ,
    LISTED
  }
}

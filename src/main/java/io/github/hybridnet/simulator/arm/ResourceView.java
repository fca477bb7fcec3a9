package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.VariantChoice;
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
   * Whether it depends on {@link ViewContext#now}; if not, what is shown once may be shown again
   * while the same variants are played.
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
   * @param variants what is played where no evidence says how Azure behaves
   */
  record ViewContext(Occasion occasion, String apiVersion, Instant now, VariantChoice variants) {

    /** This occasion, now. */
    public static ViewContext of(Occasion occasion, String apiVersion, World world) {
      VariantChoice variants = world.behaviour().variants().current();
      return new ViewContext(occasion, apiVersion, world.now(), variants);
    }

    /** Whether this value of a variant is played. */
    public boolean plays(AzureVariant variant, String value) {
      return variants.is(variant, value);
    }

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

package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The body of the request that carries out a change. For a resource that is updated, four things
 * make it, and each outranks the ones before it: what Azure has, what is declared, what a gateway
 * needs for its number of instances, and what Azure has but does not show. A resource that is
 * created or replaced gets a {@link ReplacementBody}.
 */
public final class RequestBody {
  private RequestBody() {}

  /** The whole body, with secrets as {@link io.github.hybridnet.model.Secret}. */
  public static Map<String, Object> of(ResourceChange change) {
    ActualResource actual = change.actual();
    if (actual == null || change.action() == ResourceChange.Action.REPLACE) {
      return ReplacementBody.body(change);
    }
    DeclaredResource declared = change.declared();
    Map<String, Object> merged = BodyMerge.merge(actual.body(), updated(declared, actual));
    Map<String, Object> settled = new GatewayInstances(declared, actual).settled(merged);
    return BodyMerge.withHidden(settled, declared.rules().restated());
  }

  /**
   * The declared body without what is only set when the resource is created. A resource whose
   * creation failed is still to be created, so it gets that too. What of it Azure has already is
   * kept: the failure may be that of an update.
   */
  private static Map<String, Object> updated(DeclaredResource declared, ActualResource actual) {
    Set<String> createOnly = new HashSet<>(declared.rules().createOnly());
    if (actual.isBroken()) {
      ResourceBody actualBody = new ResourceBody(actual.body());
      createOnly.removeIf(path -> actualBody.value(path.split("\\.", -1)) == null);
    }
    return BodyMerge.without(declared.body(), createOnly);
  }
}

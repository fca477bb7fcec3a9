package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.deployment.language.Evaluator;
import io.github.hybridnet.simulator.deployment.language.Expression;
import io.github.hybridnet.simulator.deployment.language.ExpressionParser;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The resources of the same template that a resource refers to by {@code reference()}. */
final class ImplicitReferences {
  private final TemplateScope scope;
  private final TemplateIndex index;

  ImplicitReferences(TemplateScope scope, TemplateIndex index) {
    this.scope = scope;
    this.index = index;
  }

  Set<ArmId> of(PlannedResource resource) {
    Set<ArmId> found = new LinkedHashSet<>();
    Evaluator evaluator = new Evaluator(scope, resource.loops());
    for (var field : resource.source().properties()) {
      boolean own = !field.getKey().equals("resources") && !field.getKey().equals("dependsOn");
      if (own && !resource.innerScope()) {
        visit(field.getValue(), evaluator, found);
      }
    }
    found.remove(resource.id());
    return found;
  }

  private void visit(JsonNode node, Evaluator evaluator, Set<ArmId> found) {
    if (node.isTextual()) {
      try {
        ExpressionParser.parse(node.textValue())
            .ifPresent(expression -> expression.calls(call -> visit(call, evaluator, found)));
      } catch (TemplateException e) {
        // The evaluation of the resource says it, with its place.
        return;
      }
    }
    node.forEach(child -> visit(child, evaluator, found));
  }

  private void visit(Expression.Call call, Evaluator evaluator, Set<ArmId> found) {
    if (!call.function().toLowerCase(Locale.ROOT).equals("reference")
        || call.arguments().isEmpty()) {
      return;
    }
    try {
      String target = evaluator.value(call.arguments().get(0)).asText();
      index.find(target).ifPresent(resource -> found.add(resource.id()));
    } catch (TemplateException e) {
      // A loop of properties, or another reference, decides which one: known only at run time.
      return;
    }
  }
}

package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.ExpressionParser;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.language.TemplateExpression;
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
    TemplateEvaluator templateEvaluator = new TemplateEvaluator(scope, resource.loops());
    for (var field : resource.source().properties()) {
      boolean own = !field.getKey().equals("resources") && !field.getKey().equals("dependsOn");
      if (own && !resource.innerScope()) {
        visit(field.getValue(), templateEvaluator, found);
      }
    }
    found.remove(resource.id());
    return found;
  }

  private void visit(JsonNode node, TemplateEvaluator templateEvaluator, Set<ArmId> found) {
    if (node.isTextual()) {
      try {
        ExpressionParser.parse(node.textValue())
            .ifPresent(
                templateExpression ->
                    templateExpression.calls(call -> visit(call, templateEvaluator, found)));
      } catch (TemplateException e) {
        // The evaluation of the resource says it, with its place.
        return;
      }
    }
    node.forEach(child -> visit(child, templateEvaluator, found));
  }

  private void visit(
      TemplateExpression.Call call, TemplateEvaluator templateEvaluator, Set<ArmId> found) {
    if (!call.function().toLowerCase(Locale.ROOT).equals("reference")
        || call.arguments().isEmpty()) {
      return;
    }
    try {
      String target = templateEvaluator.value(call.arguments().get(0)).asText();
      index.find(target).ifPresent(resource -> found.add(resource.id()));
    } catch (TemplateException e) {
      // A loop of properties, or another reference, decides which one: known only at run time.
      return;
    }
  }
}

package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.VariantChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Byte counters noted in a resource. They run at rates that change now and then, and are read every
 * few minutes only, as the service does it: what is shown is the latest reading.
 */
public final class ByteCounters {
  private static final String NOTE = "meter";
  private static final String INTERVAL = "interval";
  private static final String PERIODS = "periods";
  private static final String FROM = "from";
  private static final String RATES = "rates";
  private static final String BEFORE = "before";

  private ByteCounters() {}

  /** Bytes for each second from now on, by counter; a counter that is not named stands still. */
  static void run(World world, ArmId resource, Map<String, Long> rates) {
    JsonNode meter = world.resources().find(resource).map(ByteCounters::in).orElse(null);
    if (rates.equals(latest(meter))) {
      return;
    }
    long interval = world.duration("counters.interval", resource).toSeconds();
    ObjectNode next = shortened(meter, reading(world.now(), interval)).put(INTERVAL, interval);
    ObjectNode period = next.withArrayProperty(PERIODS).addObject();
    period.put(FROM, world.now().toString());
    ObjectNode noted = period.putObject(RATES);
    rates.forEach((counter, rate) -> noted.put(counter, rate.longValue()));
    world
        .resources()
        .changeQuietly(
            resource,
            stored ->
                JsonMembers.properties(stored)
                    .withObjectProperty(HiddenProperties.MEMBER)
                    .set(NOTE, next));
  }

  /** What a counter of a resource shows. */
  public static long read(JsonNode resource, String counter, Instant now, VariantChoice variants) {
    if (variants.is(AzureVariant.BYTE_COUNTERS, "zero")) {
      return 0;
    }
    JsonNode meter = in(resource);
    Instant reading = reading(now, JsonMembers.count(meter, INTERVAL));
    return (long) total(meter, counter, reading);
  }

  private static @Nullable JsonNode in(JsonNode resource) {
    return JsonMembers.at(resource, "properties", HiddenProperties.MEMBER, NOTE);
  }

  /** The instant of the latest reading. */
  private static Instant reading(Instant now, long interval) {
    long seconds = now.getEpochSecond();
    return interval <= 0 ? now : Instant.ofEpochSecond(seconds - seconds % interval);
  }

  private static Map<String, Long> latest(@Nullable JsonNode meter) {
    List<ObjectNode> periods = JsonMembers.objects(meter, PERIODS);
    Map<String, Long> rates = new TreeMap<>();
    if (!periods.isEmpty()) {
      JsonNode noted = periods.get(periods.size() - 1).path(RATES);
      noted.properties().forEach(rate -> rates.put(rate.getKey(), rate.getValue().asLong()));
    }
    return rates;
  }

  private static double total(@Nullable JsonNode meter, String counter, Instant until) {
    double sum = amount(JsonMembers.at(meter, BEFORE), counter);
    List<ObjectNode> periods = JsonMembers.objects(meter, PERIODS);
    for (int i = 0; i < periods.size(); i++) {
      Instant end = i + 1 < periods.size() ? from(periods.get(i + 1)) : until;
      Instant to = end.isAfter(until) ? until : end;
      Duration length = Duration.between(from(periods.get(i)), to);
      if (!length.isNegative()) {
        sum += length.toMillis() / 1e3 * amount(JsonMembers.at(periods.get(i), RATES), counter);
      }
    }
    return sum;
  }

  /** The same without the periods that ended before the reading, but with what they counted. */
  private static ObjectNode shortened(@Nullable JsonNode meter, Instant reading) {
    List<ObjectNode> periods = JsonMembers.objects(meter, PERIODS);
    int over = 0;
    while (over + 1 < periods.size() && !from(periods.get(over + 1)).isAfter(reading)) {
      over++;
    }
    ObjectNode next = JsonCodec.object();
    ObjectNode before = next.putObject(BEFORE);
    if (meter != null) {
      Instant start = periods.isEmpty() ? reading : from(periods.get(over));
      counters(meter).forEach(name -> before.put(name, total(meter, name, start)));
    }
    List<ObjectNode> kept = periods.subList(over, periods.size());
    kept.forEach(period -> next.withArrayProperty(PERIODS).add(period.deepCopy()));
    return next;
  }

  private static List<String> counters(JsonNode meter) {
    Map<String, Long> names = new TreeMap<>();
    meter.path(BEFORE).fieldNames().forEachRemaining(name -> names.put(name, 0L));
    meter
        .path(PERIODS)
        .findValues(RATES)
        .forEach(rates -> rates.fieldNames().forEachRemaining(name -> names.put(name, 0L)));
    return List.copyOf(names.keySet());
  }

  private static double amount(@Nullable JsonNode counters, String name) {
    JsonNode value = JsonMembers.at(counters, name);
    return value == null ? 0 : value.asDouble();
  }

  private static Instant from(ObjectNode period) {
    return Instant.parse(JsonMembers.textOr(period, FROM, ""));
  }
}

package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.http.transport.RetryingClient;
import io.github.hybridnet.azure.json.CheckedJsonReader;
import io.github.hybridnet.azure.json.ListPage;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests to Azure Resource Manager over the session's pipeline, for the SDK's models.
 *
 * <p>The SDK's own clients are not used. To make them costs three CPU seconds in each JVM, for the
 * hundreds of kinds of resource that they cover; the network's have an asynchronous form only,
 * which leaves threads behind; and their writes hide the first answer. What they know of Azure, the
 * models and their versions, is used.
 *
 * @param pipeline guarded and authenticated
 * @param endpoint where
 * @param errors translates refusals
 * @param versions chooses the version of Azure's interface for each request
 */
public record ArmHttpClient(
    HttpPipeline pipeline, URI endpoint, CloudErrorTranslator errors, ApiVersionPolicy versions) {

  /** Requests with the versions that they are made for. */
  public ArmHttpClient(HttpPipeline pipeline, URI endpoint, CloudErrorTranslator errors) {
    this(pipeline, endpoint, errors, new LearnedApiVersionPolicy(ApiVersionPolicy.AS_MADE));
  }

  /** The same requests with versions that the cloud's providers list. */
  public ArmHttpClient withListedVersions() {
    return new ArmHttpClient(
        pipeline, endpoint, errors, new LearnedApiVersionPolicy(new ListedApiVersionPolicy(this)));
  }

  /** Makes a model from JSON. */
  @FunctionalInterface
  public interface ModelParser<T> {
    /** Reads one model from the JSON of an answer. */
    T parse(JsonReader reader) throws IOException;
  }

  /**
   * Sends a GET and reads its answer as a model.
   *
   * @param path such as a resource id
   * @throws CloudException when there is none
   */
  public <T> T get(String path, ApiVersion version, ModelParser<T> modelParser) {
    return get(address(path, version).toString(), modelParser);
  }

  /** Reads a model from an address that the service gave. */
  <T> T get(String address, ModelParser<T> modelParser) {
    return parsed(send(new HttpRequest(HttpMethod.GET, address)), modelParser);
  }

  /**
   * The answer at an address that the service gave, whatever its status.
   *
   * @throws CloudException when there is no answer
   */
  public HttpResponse answer(URL address) {
    return exchange(new HttpRequest(HttpMethod.GET, address), Context.NONE);
  }

  /**
   * Writes, and returns the first answer.
   *
   * @param json what is written
   * @param etag the version that is replaced, or null for any version
   * @throws CloudException when it is refused
   */
  public HttpResponse put(String path, ApiVersion version, String json, @Nullable String etag) {
    return put(address(path, version), json, etag);
  }

  /**
   * Writes with a parameter in the address, and returns the first answer.
   *
   * @param parameter such as {@code syncRemoteAddressSpace=true}
   * @param json what is written
   * @param etag the version that is replaced, or null for any version
   * @throws CloudException when it is refused
   */
  public HttpResponse put(
      String path, String parameter, ApiVersion version, String json, @Nullable String etag) {
    URL address = address(path, parameter + "&api-version=" + versionOf(path, version));
    return put(address, json, etag);
  }

  private HttpResponse put(URL address, String json, @Nullable String etag) {
    HttpRequest request = new HttpRequest(HttpMethod.PUT, address);
    if (etag != null) {
      request.setHeader(HttpHeaderName.IF_MATCH, etag);
    }
    return send(withBody(request, json));
  }

  /**
   * Changes a part, and returns the first answer.
   *
   * @param json the part
   * @throws CloudException when it is refused
   */
  public HttpResponse patch(String path, ApiVersion version, String json) {
    return send(withBody(new HttpRequest(HttpMethod.PATCH, address(path, version)), json));
  }

  /**
   * Changes a part that is written at once, and only where it is something else; is sent again
   * while the service throttles.
   *
   * @param json the part
   * @throws CloudException when it is refused
   */
  public void patchPatiently(String path, ApiVersion version, String json) {
    HttpRequest request = new HttpRequest(HttpMethod.PATCH, address(path, version));
    send(withBody(request, json), RetryingClient.WHILE_THROTTLED).close();
  }

  /**
   * Asks by POST for what is answered at once.
   *
   * @throws CloudException when it is refused
   */
  public <T> T ask(String path, ApiVersion version, ModelParser<T> modelParser) {
    return parsed(post(path, version), modelParser);
  }

  /**
   * Asks what takes its time, and returns the first answer.
   *
   * @throws CloudException when it is refused
   */
  public HttpResponse post(String path, ApiVersion version) {
    return send(new HttpRequest(HttpMethod.POST, address(path, version)));
  }

  /**
   * Asks with parameters in the address what takes its time, and returns the first answer.
   *
   * @param query the parameters, as they are meant
   * @throws CloudException when it is refused
   */
  public HttpResponse post(String path, ApiVersion version, Map<String, String> query) {
    StringBuilder address = new StringBuilder(address(path, version).toString());
    query.forEach(
        (name, value) -> address.append('&').append(name).append('=').append(encoded(value)));
    return send(new HttpRequest(HttpMethod.POST, address.toString()));
  }

  /**
   * Asks with a body what takes its time, and returns the first answer.
   *
   * @throws CloudException when it is refused
   */
  public HttpResponse post(String path, ApiVersion version, String json) {
    return send(withBody(new HttpRequest(HttpMethod.POST, address(path, version)), json));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpRequest withBody(HttpRequest request, String json) {
    request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
    return request.setBody(BinaryData.fromString(json));
  }

  /**
   * Removes, and returns the first answer.
   *
   * @throws CloudException when it is refused
   */
  public HttpResponse delete(String path, ApiVersion version) {
    return send(new HttpRequest(HttpMethod.DELETE, address(path, version)));
  }

  /**
   * All pages of a list of resources, each of which has an id.
   *
   * @throws CloudException when it is refused, or a page cannot be read
   */
  public List<Map<String, Object>> list(String path, ApiVersion version) {
    return pages(address(path, version), ListPage::ofResources);
  }

  /**
   * All pages of a list of what has no id.
   *
   * @throws CloudException when it is refused, or a page cannot be read
   */
  public List<Map<String, Object>> listWithoutIds(String path, ApiVersion version) {
    return pages(address(path, version), ListPage::read);
  }

  /**
   * All pages of the part of a list of resources that match a filter.
   *
   * @param filter as Azure Resource Manager writes them
   * @throws CloudException when it is refused, or a page cannot be read
   */
  public List<Map<String, Object>> list(String path, ApiVersion version, String filter) {
    return pages(
        address(path, "$filter=" + filter + "&api-version=" + versionOf(path, version)),
        ListPage::ofResources);
  }

  private List<Map<String, Object>> pages(URL first, ModelParser<ListPage> modelParser) {
    PagedList pagedList = new PagedList(first);
    while (!pagedList.next().isEmpty()) {
      pagedList.add(get(pagedList.next(), modelParser));
    }
    return pagedList.entries();
  }

  private HttpResponse send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  private HttpResponse send(HttpRequest request, Context context) {
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    HttpResponse response = exchange(request, context);
    if (response.getStatusCode() < 300) {
      return response;
    }
    CloudException refusal = errors.of(response);
    Optional<URL> other = ApiVersionRefusal.otherVersion(refusal, request.getUrl(), versions);
    if (other.isEmpty()) {
      throw ApiVersionRefusal.explained(refusal, request.getUrl(), versions);
    }
    return send(request.copy().setUrl(other.get()), context);
  }

  /** The only place at which what the pipeline throws becomes a {@link CloudException}. */
  private HttpResponse exchange(HttpRequest request, Context context) {
    try {
      return pipeline.sendSync(request, context);
    } catch (RuntimeException thrown) {
      throw errors.of(thrown);
    }
  }

  private <T> T parsed(HttpResponse response, ModelParser<T> modelParser) {
    byte[] body = response.getBodyAsBinaryData().toBytes();
    try (JsonReader reader = CheckedJsonReader.of(body)) {
      return whole(modelParser.parse(reader), reader);
    } catch (CloudException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      throw errors.unreadable(response, e);
    }
  }

  /**
   * Reads what came as the result of a question that took its time.
   *
   * @param asked what was asked for, as in {@code the learned routes of the gateway}
   * @throws CloudException when it cannot be read
   */
  public <T> T parsed(String asked, String body, ModelParser<T> modelParser) {
    try (JsonReader reader = CheckedJsonReader.of(body)) {
      return whole(modelParser.parse(reader), reader);
    } catch (IOException | RuntimeException e) {
      throw UnreadableAnswers.about(asked, e);
    }
  }

  /** Text after the JSON shows that the answer is not the service's own. */
  private static <T> T whole(T parsed, JsonReader reader) throws IOException {
    JsonToken next = reader.nextToken();
    if (next != null && next != JsonToken.END_DOCUMENT) {
      throw new MalformedAnswerException("something follows its JSON");
    }
    return parsed;
  }

  /**
   * The version that requests to a path have.
   *
   * @param version for which they are made
   */
  public String versionOf(String path, ApiVersion version) {
    return versions.of(path, version);
  }

  private URL address(String path, ApiVersion version) {
    return address(path, "api-version=" + versionOf(path, version));
  }

  private URL address(String path, String query) {
    try {
      URI uri = new URI(endpoint.getScheme(), endpoint.getRawAuthority(), path, query, null);
      return URI.create(uri.toASCIIString()).toURL();
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalArgumentException("Not a path: " + path, e);
    }
  }
}

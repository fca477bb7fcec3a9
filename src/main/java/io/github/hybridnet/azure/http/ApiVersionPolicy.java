package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import java.util.Optional;

/** Which version of Azure's interface a request asks for. */
interface ApiVersionPolicy {
  /** The versions that this plugin is made for: those of Azure for the world. */
  ApiVersionPolicy AS_MADE =
      new ApiVersionPolicy() {
        @Override
        public String of(String path, ApiVersion made) {
          return made.text();
        }

        @Override
        public String reason(String path, String asked) {
          return "that is the version that hybridnet is made for";
        }
      };

  /**
   * The version for a request.
   *
   * @param path of the request, such as a resource id
   * @param made the version that the request was made for; no newer one is chosen
   */
  String of(String path, ApiVersion made);

  /**
   * Why a request had its version, as part of a sentence.
   *
   * @param path of the request
   * @param asked its version
   */
  String reason(String path, String asked);

  /**
   * The version to ask for after a refusal; empty where the refusal names none that may be taken.
   *
   * @param path of the request
   * @param asked its version
   * @param refusal what was answered
   */
  default Optional<String> instead(String path, String asked, CloudException refusal) {
    return Optional.empty();
  }
}

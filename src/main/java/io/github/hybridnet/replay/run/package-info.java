/**
 * Sends the requests of cassettes to an Azure Resource Manager, and follows its operations.
 *
 * <p>Not here: starting a simulator ({@code maven.cloud}).
 *
 * <p>Read first: {@link CassettePlayer}.
 */
@NullMarked
package io.github.hybridnet.replay.run;

import org.jspecify.annotations.NullMarked;

/** azure.signin.cli. */
@NullMarked
package io.github.hybridnet.azure.signin.cli;

import org.jspecify.annotations.NullMarked;

/** azure.settings. */
@NullMarked
package io.github.hybridnet.azure.settings;

import org.jspecify.annotations.NullMarked;

/** config.json. */
@NullMarked
package io.github.hybridnet.config.json;

import org.jspecify.annotations.NullMarked;

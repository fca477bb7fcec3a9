/** config.file. */
@NullMarked
package io.github.hybridnet.config.file;

import org.jspecify.annotations.NullMarked;

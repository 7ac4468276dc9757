// `import Huimin` is enough to use what it hands out: values and dates of FEEL, diagnostics, JSON.
@_exported import FEEL
@_exported import PolicySource

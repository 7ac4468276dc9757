#include <histedit.h>
#include <stdio.h>

// libedit is set up through functions with variable arguments, which Swift cannot call.

typedef unsigned char (*edit_command)(EditLine *, int);
typedef char *(*edit_prompt)(EditLine *);

static inline EditLine *edit_start(const char *program, void *client) {
  EditLine *editor = el_init(program, stdin, stdout, stderr);
  if (editor) el_set(editor, EL_CLIENTDATA, client);
  return editor;
}

static inline void *edit_client(EditLine *editor) {
  void *client = NULL;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}

static inline int edit_set_prompt(EditLine *editor, edit_prompt prompt) { return el_set(editor, EL_PROMPT, prompt); }

static inline int edit_set_mode(EditLine *editor, const char *mode) { return el_set(editor, EL_EDITOR, mode); }

static inline int edit_handle_signals(EditLine *editor) { return el_set(editor, EL_SIGNAL, 1); }

static inline int edit_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}

static inline int edit_add_command(EditLine *editor, const char *name, const char *help, edit_command command) {
  return el_set(editor, EL_ADDFN, name, help, command);
}

// While a line is edited, Ctrl-C is a key as any other. It is taken away both now and whenever settings are read again.
static inline int edit_disable_interrupt(EditLine *editor) {
  return el_set(editor, EL_SETTY, "-d", "-intr", "intr=", NULL);
}

static inline int edit_take_terminal(EditLine *editor) { return el_set(editor, EL_PREP_TERM, 1); }

static inline int edit_draw_again(EditLine *editor) { return el_set(editor, EL_REFRESH); }

static inline int edit_use_history(EditLine *editor, History *entries) {
  return el_set(editor, EL_HIST, history, entries);
}

static inline int edit_limit_history(History *entries, int count) {
  HistEvent event;
  return history(entries, &event, H_SETSIZE, count) < 0 ? -1 : history(entries, &event, H_SETUNIQUE, 1);
}

static inline int edit_remember(History *entries, const char *text) {
  HistEvent event;
  return history(entries, &event, H_ENTER, text);
}

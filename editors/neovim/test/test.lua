-- Run by run.sh inside a real Neovim with the plug-in installed and draft.md open.
local wait, api = 60000, vim.api

local function check(what, ok, got)
  io.stdout:write(("%s %s\n"):format(ok and "ok  " or "FAIL", what))
  if not ok then
    io.stdout:write(vim.inspect(got) .. "\n" .. vim.fn.execute("messages") .. "\n")
    vim.cmd("cquit 1")
  end
end

local function eventually(what, condition, got)
  check(what, vim.wait(wait, condition, 20), got and got())
end

local buffer = api.nvim_get_current_buf()
local function line(number)
  return api.nvim_buf_get_lines(buffer, number - 1, number, false)[1]
end
local function found(rule)
  return vim.tbl_filter(function(it) return it.code == rule end, vim.diagnostic.get(buffer))
end
--- Puts the cursor on the text, which stands once in the draft.
local function on(text)
  for number, content in ipairs(api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = content:find(text, 1, true)
    if at then
      return api.nvim_win_set_cursor(0, { number, at - 1 })
    end
  end
  check("the draft has " .. text, false)
end
local function shown(title)
  local number = vim.fn.bufnr("copydesk://" .. title)
  return number ~= -1 and table.concat(api.nvim_buf_get_lines(number, 0, -1, false), "\n") or ""
end

local function body()
  -- The server starts by itself.
  eventually("the server serves the draft", function()
    return #vim.lsp.get_clients({ bufnr = buffer, name = "copydesk" }) == 1
  end)
  local client = vim.lsp.get_clients({ name = "copydesk" })[1]
  check("its folder", vim.uv.fs_realpath(client.root_dir) == vim.uv.fs_realpath(vim.fn.getcwd()), client.root_dir)

  -- Findings with text and place.
  eventually("four findings", function() return #vim.diagnostic.get(buffer) == 4 end, function()
    return vim.diagnostic.get(buffer)
  end)
  for _, wanted in ipairs({
    { "misquote", "gallery", "the source has “museum”, the draft “gallery”", vim.diagnostic.severity.ERROR, 3 },
    { "misattribution", "Solveig Ångström", "Kaspar Nuñez said this, not Solveig Ångström", vim.diagnostic.severity.ERROR, 5 },
    { "misdate", "24 April", "the source has “14 April”", vim.diagnostic.severity.WARN, 7 },
    { "misquote", "palace", "the source has “museum”, the draft “palace”", vim.diagnostic.severity.ERROR, 9 },
  }) do
    local rule, text, message, severity, number = unpack(wanted)
    local it = vim.tbl_filter(function(it) return it.lnum == number - 1 end, found(rule))[1]
    check(rule .. " is there", it, vim.diagnostic.get(buffer))
    local place = table.concat(api.nvim_buf_get_text(buffer, it.lnum, it.col, it.end_lnum, it.end_col, {}), "\n")
    check(rule .. " at “" .. text .. "”", place == text, place)
    check(rule .. " tells what is wrong", it.message:find(message, 1, true) and it.severity == severity, it)
  end

  -- Hover shows the evidence.
  on("gallery")
  vim.lsp.buf.hover()
  local card
  eventually("hover shows the evidence", function()
    for _, window in ipairs(api.nvim_list_wins()) do
      if api.nvim_win_get_config(window).relative ~= "" then
        card = table.concat(api.nvim_buf_get_lines(api.nvim_win_get_buf(window), 0, -1, false), "\n")
      end
    end
    return card and card:find("museum", 1, true) and card:find("Lantern", 1, true) and card:find("Solveig Ångström", 1, true)
  end, function() return card end)
  vim.cmd("fclose!")

  -- Status line.
  eventually("the status line", function()
    return require("copydesk").status() == "1 source · 0 of 3 quotations verified"
  end, require("copydesk").status)

  -- The fix is applied, and the finding goes away.
  on("gallery")
  vim.lsp.buf.code_action({ apply = true, filter = function(it) return it.title:find("source’s wording", 1, true) end })
  eventually("the fix is applied", function() return line(3):find("to a museum across", 1, true) end, function() return line(3) end)
  check("and nothing else", vim.startswith(line(3), "In a café on Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water,” said"), line(3))
  eventually("its finding goes away", function() return #found("misquote") == 1 end, function() return found("misquote") end)

  -- A suppression works.
  on("palace")
  vim.lsp.buf.code_action({ apply = true, filter = function(it) return it.title == "Ignore misquote here" end })
  eventually("the comment is put in", function() return line(9):find("<!-- copydesk: ignore misquote -->", 1, true) end, function() return line(9) end)
  eventually("the silenced finding goes away", function()
    return #found("misquote") == 0 and #found("unused-ignore") == 0 and #found("misdate") == 1
  end, function() return vim.diagnostic.get(buffer) end)

  -- Go to the passage.
  on("thirty winters")
  vim.lsp.buf.definition()
  eventually("go to the passage", function() return vim.endswith(api.nvim_buf_get_name(0), "sources/lantern.md") end)
  check("at its place", api.nvim_get_current_line():find("thirty winters", 1, true), api.nvim_get_current_line())
  vim.cmd.write({ bang = true, mods = { silent = true } })
  vim.cmd.buffer(buffer)

  -- Commands.
  for _, case in ipairs({
    { "sources", "sources", "The lighthouse of Ærø keeps its keeper" },
    { "who Nuñez", "who", "I have slept under that lamp for thirty winters" },
    { "timeline", "timeline", "2025-04-14" },
    { "log", "log", "open documents:" },
  }) do
    vim.cmd("Copydesk " .. case[1])
    eventually(":Copydesk " .. case[1], function() return shown(case[2]):find(case[3], 1, true) end, function() return shown(case[2]) end)
    vim.cmd("close")
    check("its window is closed", api.nvim_get_current_buf() == buffer)
  end
  on("Solveig")
  vim.cmd("Copydesk who")
  eventually(":Copydesk who takes the word at the cursor", function() return shown("who"):find("We shall not sell", 1, true) end, function() return shown("who") end)
  vim.cmd("close")

  -- Completion of the command line.
  local function completed(text) return table.concat(vim.fn.getcompletion(text, "cmdline"), "|") end
  check("subcommands are completed", completed("Copydesk ") == "accept|demo|log|names|quotations|restart|sources|timeline|who", completed("Copydesk "))
  check("names are completed", completed("Copydesk who Kas") == "Kaspar Nuñez", completed("Copydesk who Kas"))
  check("and their second words", completed("Copydesk who Kaspar N") == "Nuñez", completed("Copydesk who Kaspar N"))

  -- The picker.
  local offered = {}
  vim.ui.select = function(items, options, done)
    offered = vim.tbl_map(options.format_item or tostring, items)
    done(items[1], 1)
  end
  api.nvim_buf_set_lines(buffer, -1, -1, false, { "" })
  api.nvim_win_set_cursor(0, { api.nvim_buf_line_count(buffer), 0 })
  vim.cmd("Copydesk quotations slept lamp")
  eventually("a quotation is put in", function() return api.nvim_get_current_line() == "“I have slept under that lamp for thirty winters”" end, function() return { api.nvim_get_current_line(), offered } end)
  api.nvim_set_current_line("")
  vim.cmd("Copydesk quotations counted ships")
  eventually("a long one in full", function() return api.nvim_get_current_line() == "“Nobody on this island has ever counted the ships that came home because of that small light, and nobody ever will”" end, function() return { api.nvim_get_current_line(), offered } end)
  vim.cmd("Copydesk names Kaspar")
  eventually("a name is put in", function() return vim.endswith(api.nvim_get_current_line(), "Kaspar Nuñez") end, function() return { api.nvim_get_current_line(), offered } end)
  api.nvim_set_current_line("")

  -- Keys.
  check("keys in the draft", vim.fn.maparg(",cs", "n"):find("Copydesk sources", 1, true), vim.fn.maparg(",cs", "n"))

  -- Accepted for good, with a reason.
  on("24 April")
  vim.cmd("Copydesk accept the printer's note, 3 March")
  eventually("the accepted finding goes away", function() return #found("misdate") == 0 end, function() return vim.diagnostic.get(buffer) end)
  local list = table.concat(vim.fn.readfile("copydesk.accepted.toml"), "\n")
  check("with its reason", list:find("the printer's note, 3 March", 1, true), list)

  -- Restart.
  local old = vim.lsp.get_clients({ name = "copydesk" })[1].id
  vim.cmd("Copydesk restart")
  eventually("a new server serves the draft", function()
    local now = vim.lsp.get_clients({ bufnr = buffer, name = "copydesk" })[1]
    return now and now.id ~= old and now.initialized and #found("misattribution") == 1
  end)

  -- Health.
  vim.cmd("checkhealth copydesk")
  local report = table.concat(api.nvim_buf_get_lines(0, 0, -1, false), "\n")
  check(":checkhealth copydesk", report:find("a server serves", 1, true) and not report:find("ERROR", 1, true) and not report:find("WARNING", 1, true), report)
  vim.cmd("bwipeout")

  -- Help.
  vim.cmd("help copydesk-commands")
  check(":help copydesk-commands", api.nvim_buf_get_name(0):find("copydesk.txt", 1, true))
  vim.cmd("bwipeout")

  -- The demo, with all its faults.
  vim.cmd("Copydesk demo")
  eventually("the demo is opened", function() return vim.endswith(api.nvim_buf_get_name(0), "drafts/pier.md") end)
  local demo = api.nvim_get_current_buf()
  eventually("its faults are shown", function() return #vim.diagnostic.get(demo) >= 8 end, function() return vim.diagnostic.get(demo) end)

  -- Keys can be turned off; where there are no sources, the server stays away.
  require("copydesk").setup({ keymaps = false })
  vim.fn.mkdir(vim.env.HOME .. "/elsewhere")
  vim.cmd("edit " .. vim.env.HOME .. "/elsewhere/letter.md")
  vim.wait(500)
  check("silent elsewhere", #vim.lsp.get_clients({ bufnr = 0, name = "copydesk" }) == 0)
  vim.cmd("edit " .. vim.fs.dirname(vim.fs.dirname(api.nvim_buf_get_name(demo))) .. "/drafts/sidebar.md")
  eventually("the other draft is served", function() return #vim.lsp.get_clients({ bufnr = 0, name = "copydesk" }) == 1 end)
  check("without keys", vim.fn.maparg(",cs", "n") == "", vim.fn.maparg(",cs", "n"))
end

-- Neovim enables servers in a different way until it has started up.
api.nvim_create_autocmd("VimEnter", {
  callback = vim.schedule_wrap(function()
    local ok, problem = xpcall(body, debug.traceback)
    check("the test runs to its end", ok, problem)
    io.stdout:write("all of it was seen\n")
    vim.cmd("qall!")
  end),
})
